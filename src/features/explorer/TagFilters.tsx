import { Badge, Collapse, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { SchemaSource } from '@/api/schema';
import { schemaQueries } from '@/api/schema';
import type { TagFilter } from '@/lib/fluxBuilder';
import { Section } from '@/ui/Section';
import classes from './explorer.module.css';
import { NameList } from './NameList';

export interface TagFiltersProps {
  source: SchemaSource;
  measurement: string;
  tags: readonly TagFilter[];
  onChange: (tags: TagFilter[]) => void;
}

/** One line a tag key; its values are asked for when it is opened. */
export function TagFilters({ source, measurement, tags, onChange }: TagFiltersProps) {
  const { data: keys } = useSuspenseQuery(schemaQueries.tagKeys(source, measurement));
  const choose = (key: string, values: string[]) => {
    const others = tags.filter((tag) => tag.key !== key);
    onChange(values.length > 0 ? [...others, { key, values }] : others);
  };
  if (keys.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        No tags
      </Text>
    );
  }
  return (
    <Stack gap={4}>
      {keys.map((key) => (
        <TagKey
          key={key}
          source={source}
          measurement={measurement}
          tag={key}
          values={tags.find((tag) => tag.key === key)?.values ?? []}
          onChange={(values) => choose(key, values)}
        />
      ))}
    </Stack>
  );
}

interface TagKeyProps {
  source: SchemaSource;
  measurement: string;
  tag: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
}

function TagKey({ source, measurement, tag, values, onChange }: TagKeyProps) {
  const [opened, { toggle }] = useDisclosure(values.length > 0);
  return (
    <Stack gap={4}>
      <UnstyledButton onClick={toggle} aria-expanded={opened}>
        <Group gap={4} wrap="nowrap">
          {opened ? (
            <IconChevronDown size={14} className={classes.icon} />
          ) : (
            <IconChevronRight size={14} className={classes.icon} />
          )}
          <Text size="sm" truncate title={tag}>
            {tag}
          </Text>
          {values.length > 0 && <Badge size="sm">{values.length}</Badge>}
        </Group>
      </UnstyledButton>
      <Collapse expanded={opened} pl={18}>
        {opened && (
          <Section lines={2}>
            <TagValues
              source={source}
              measurement={measurement}
              tag={tag}
              values={values}
              onChange={onChange}
            />
          </Section>
        )}
      </Collapse>
    </Stack>
  );
}

function TagValues({ source, measurement, tag, values, onChange }: TagKeyProps) {
  const { data } = useSuspenseQuery(schemaQueries.tagValues(source, { measurement, tag }));
  return (
    <NameList
      label={`Values of ${tag}`}
      names={data.map((name) => ({ name }))}
      chosen={values}
      onChange={onChange}
      empty="No values"
    />
  );
}

import { Box } from '@mantine/core';
import classes from './CodeBlock.module.css';
import { CopyButton } from './CopyButton';

export interface CodeBlockProps {
  code: string;
  /** What it is, for the name of the region and of the copy button. */
  label: string;
}

/** Long lines wrap, so that nothing is hidden and nothing has to be scrolled; copying gives the text as it is. */
export function CodeBlock({ code, label }: CodeBlockProps) {
  return (
    <section className={classes.block} aria-label={label}>
      <pre className={classes.code}>{code}</pre>
      <Box className={classes.copy}>
        <CopyButton text={code} what={label} />
      </Box>
    </section>
  );
}

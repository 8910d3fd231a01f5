import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { NothingHere } from './NothingHere';

export interface NoSuchProps {
  title: string;
  /** The list it would be in. */
  to: string;
  list: string;
  /** What is known of why. */
  children: ReactNode;
}

/** In place of the page of an object that is not there (any more). */
export function NoSuch({ title, to, list, children }: NoSuchProps) {
  return (
    <NothingHere
      title={title}
      action={
        <Anchor component={Link} to={to}>
          To {list}
        </Anchor>
      }
    >
      {children}
    </NothingHere>
  );
}

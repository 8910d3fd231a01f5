import { z } from 'zod';
import { levels } from './levels';

const demoCredential = z.object({
  kind: z.enum(['token', 'password', 'v1']),
  label: z.string(),
  /** What it may do, in a few words. */
  about: z.string(),
  token: z.string().optional(),
  username: z.string().optional(),
  password: z.string().optional(),
  org: z.string().optional(),
  /** Its place in the hierarchy of credentials, for the four that show it. */
  level: z.enum(levels).optional(),
  /** The bucket it is for. */
  bucket: z.string().optional(),
});

/** What the SPA learns from the gateway: `GET <base>/headgate.json`. */
export const headgateJson = z.object({
  version: z.string(),
  servers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      demo: z.object({ credentials: z.array(demoCredential) }).optional(),
    }),
  ),
});

export type DemoCredential = z.output<typeof demoCredential>;
export type HeadgateJson = z.output<typeof headgateJson>;

import { config } from 'zod/mini';

// As it is defined, a schema tries whether it may compile code: each a violation of the content security policy.
// Imported before any schema.
config({ jitless: true });

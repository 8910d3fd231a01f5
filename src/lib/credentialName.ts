interface Named {
  /** The description of a token, which may be empty, or the user name of a v1 user. */
  name: string;
}

/** In lists, where the id stands elsewhere. */
export function credentialName({ name }: Named): string {
  return name || '(no description)';
}

/** In sentences and links, which must tell one from another. */
export function nameOrId({ name, id }: Named & { id: string }): string {
  return name || id;
}

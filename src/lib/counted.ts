const digits = new Intl.NumberFormat('en-US');

export function countText(count: number): string {
  return digits.format(count);
}

/** `1 row`, `12,000 rows` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${digits.format(count)} ${count === 1 ? one : many}`;
}

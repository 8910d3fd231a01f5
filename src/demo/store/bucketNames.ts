/** Why the server refuses a name for a user's bucket, in its words; null if it takes it. Almost anything goes, even ''. */
export function bucketNameProblem(name: string): string | null {
  if (name.startsWith('_')) {
    return `bucket name ${name} is invalid. Buckets may not start with underscore`;
  }
  if (name.includes('"')) {
    return `bucket name ${name} is invalid. Bucket names may not include quotation marks`;
  }
  return null;
}

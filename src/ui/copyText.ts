import copy from 'copy-to-clipboard';

/** Also on plain http, where there is no clipboard API. False when the browser did not copy. */
export async function copyText(text: string): Promise<boolean> {
  try {
    return await copy(text);
  } catch {
    return false;
  }
}

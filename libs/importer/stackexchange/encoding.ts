/**
 * The decoder for a file that starts with these bytes: its byte order mark decides, else its XML declaration, else it is
 * UTF-8. Bytes that are not valid become U+FFFD, so that one of them does not cost the rest of the file.
 */
export function decoderFor(start: Uint8Array): TextDecoder {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be');
  const declaration = new TextDecoder('latin1').decode(start.subarray(0, 200));
  const named = /^[^<]*<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/.exec(declaration)?.[1] ?? 'utf-8';
  // Whoever reads "utf-16" here is reading single bytes, so the declaration is left over from another encoding.
  if (/^utf-?16/i.test(named)) return new TextDecoder('utf-8');
  try {
    return new TextDecoder(named);
  } catch {
    return new TextDecoder('utf-8');
  }
}

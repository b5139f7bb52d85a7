/** Makes a photo small enough for a crowded cell, before it leaves the device. Where it was taken stays behind. */

/** Longest side in pixels: enough to read a sign or see a wound. */
const LONGEST = 1600;
const QUALITY = 0.8;

export interface Shrunk {
  file: Blob;
  width: number;
  height: number;
}

/** This browser cannot show the file: nobody else could. */
export class NoPicture extends Error {
  override readonly name = 'NoPicture';
}

export async function shrink(file: Blob): Promise<Shrunk> {
  // Upright, as the camera says.
  const picture = await createImageBitmap(file).catch(() => {
    throw new NoPicture();
  });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new NoPicture();
  // A JPEG has no holes.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, width, height);
  picture.close();
  const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  if (!small) throw new NoPicture();
  return { file: small, width, height };
}

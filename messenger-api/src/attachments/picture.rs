//! Makes pictures anew: upright, not larger than needed, and without anything but pixels. Whatever else a file holds
//! (where it was taken, a script, an archive behind its end) stays behind.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};

use super::model::Unfit;

/// What every photo is served as.
pub const MEDIA_TYPE: &str = "image/jpeg";
/// Longest side of a photo in pixels: fills the screen of a desk.
const LONGEST: u32 = 2_048;
/// Longest side of its thumbnail: the width of a bubble on a phone.
const THUMBNAIL: u32 = 320;
/// How well a photo is kept, of 100: where the eye sees no difference any more.
const QUALITY: u8 = 82;
/// The same of its thumbnail, which goes over the slowest networks.
const THUMBNAIL_QUALITY: u8 = 70;
/// Most bytes that a decoder may take for each pixel it may have: 16 bits for each of four channels.
const BYTES_PER_PIXEL: u64 = 8;

/// A picture that holds nothing but itself.
#[derive(Debug)]
pub struct Clean {
    /// As JPEG.
    pub photo: Vec<u8>,
    /// The same, small.
    pub thumbnail: Vec<u8>,
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
}

/// Makes a picture anew. Its kind is read from its first bytes, and its size before any pixel is decoded.
pub fn clean(data: &[u8], most_megapixels: u64) -> Result<Clean, Unfit> {
    let upright = decode(data, most_megapixels)?;
    let photo = flatten(&within(upright, LONGEST));
    let thumbnail = DynamicImage::from(photo.clone()).thumbnail(THUMBNAIL, THUMBNAIL).to_rgb8();
    let (width, height) = photo.dimensions();
    Ok(Clean {
        photo: encode(&photo, QUALITY)?,
        thumbnail: encode(&thumbnail, THUMBNAIL_QUALITY)?,
        width,
        height,
    })
}

fn decode(data: &[u8], most_megapixels: u64) -> Result<DynamicImage, Unfit> {
    let format = image::guess_format(data).map_err(|_| Unfit::NoPicture)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err(Unfit::NoPicture);
    }
    let most = most_megapixels.saturating_mul(1_000_000);
    let mut reader = ImageReader::with_format(Cursor::new(data), format);
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(most.saturating_mul(BYTES_PER_PIXEL));
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Unfit::Damaged)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width).saturating_mul(u64::from(height)) > most {
        return Err(Unfit::TooManyPixels { width, height, most: most_megapixels });
    }
    let orientation = decoder.orientation().map_err(|_| Unfit::Damaged)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Unfit::Damaged)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn within(picture: DynamicImage, longest: u32) -> DynamicImage {
    if picture.width().max(picture.height()) <= longest {
        return picture;
    }
    picture.resize(longest, longest, FilterType::Triangle)
}

/// What was transparent is white: a JPEG has no holes, and what stands behind them is not meant to be seen.
fn flatten(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let with_holes = picture.to_rgba8();
    let mut flat = RgbImage::new(with_holes.width(), with_holes.height());
    for (to, from) in flat.pixels_mut().zip(with_holes.pixels()) {
        let [red, green, blue, alpha] = from.0;
        to.0 = [red, green, blue].map(|channel| over_white(channel, alpha));
    }
    flat
}

fn over_white(channel: u8, alpha: u8) -> u8 {
    let (channel, alpha) = (u16::from(channel), u16::from(alpha));
    u8::try_from((channel * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
}

fn encode(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, Unfit> {
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, quality).encode_image(picture).map_err(|_| Unfit::Damaged)?;
    Ok(file)
}

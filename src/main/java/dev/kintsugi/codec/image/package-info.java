/**
 * Pictures: PNG, JPEG and raw grey bytes into 8-bit grey, and grey into PNG and into characters.
 *
 * <p>May touch {@code codec} and the JDK's ImageIO, which works without a display, fonts or AWT's native windowing.
 *
 * <p>Decisions:
 * <ul>
 *   <li>Grey images are read from their raster. {@code BufferedImage.getRGB} was rejected for them: it takes grey to be
 *       linear light and brightens it (127 becomes 187).
 *   <li>Colour becomes luma with the weights of ITU-R BT.601, as in JPEG itself, so that a grey JPEG and a grey PNG of
 *       one picture agree.
 *   <li>Transparent is black: the pictures are light strokes on dark, and where nothing was drawn there is no light.
 *   <li>The size is read from the header and checked before a pixel is: a small file can claim a huge picture.
 * </ul>
 */
package dev.kintsugi.codec.image;

/**
 * Pictures: PNG, JPEG and raw grey pixels into 8-bit grey, grey into PNG and into characters, and any drawing into the
 * form that models see.
 *
 * <pre>
 *   PNG, JPEG, raw ─► Picture ─► CanonicalPicture ─► PNG, or 0 to 1 for the model ─► Picture ─► PNG
 *                        └─────► RawPicture                                 what drift watches
 * </pre>
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
 *   <li>PNGs are written by {@code Png}, deflated without zlib by {@code RunDeflater}: 3 &micro;s for a digit of MNIST
 *       and 264 bytes in the mean of its 55,000 training pictures. A new deflater of the JDK's for each picture, at its
 *       fastest level, takes eight times as long, most of it to set itself up, and 262 bytes; runs alone, without the line
 *       above, would take a tenth more bytes. What is written depends on no zlib.
 *   <li>Of that kind they are also read here, by whatever hand, with an inflater that its thread keeps; ImageIO, which
 *       knows all kinds, takes 11 &micro;s and a dozen objects.
 *   <li>Canonical is what MNIST is, measured on its 55,000 training pictures: the longer side of the ink is 20 pixels,
 *       its centre of mass lies in pixel (14, 14), ink is at least 254. All of them come back byte for byte, and so a
 *       nearest-neighbour reader reads them as before; of Kannada-MNIST 7,983 of 8,000 do, the others being drawn
 *       smaller.
 *   <li>Ink of nearly the right size is moved by whole pixels rather than scaled, which would blur it. The same reader,
 *       with 8,000 examples, reads .932 of 500 digits as they are, .926 enlarged 4 or 20 times, .920 as grainy dark ink
 *       on grey paper at 7 times the size, .922 as a JPEG of that, and .920 at half the size.
 *   <li>Down by area and up by a cubic, by weights for each side: Java2D's filters may change with the JDK, and skip
 *       pixels when they scale far down.
 *   <li>Paper is the median of the edge: a digit seldom fills half of it. A gradient of light across a photograph is
 *       not taken out.
 *   <li>Polarity is an enumeration of its own, though topology files have one too: codecs know no topology.
 * </ul>
 */
package dev.kintsugi.codec.image;

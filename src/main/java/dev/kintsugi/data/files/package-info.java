/**
 * Reads data sets from disk in the layouts that their makers publish, and one's own files sorted by label.
 *
 * <p>May touch {@code data}, the codecs, the file system, and Commons Compress for tar. Everything is read on demand:
 * opening finds out what is there, and an example is decoded when asked for.
 *
 * <p>Decisions:
 * <ul>
 *   <li>The layout is chosen by what lies in the folder rather than by an option, since a user downloads a data set and
 *       knows its folder, not our word for its format.
 *   <li>NumPy arrays are read by hand. Only plain numbers are accepted; pickled objects, which could run code, are
 *       refused by their type.
 *   <li>Image files of thousands stay one array, see {@link dev.kintsugi.data.files.PackedPictures}. A tar archive is
 *       kept compressed no longer than it takes to read it, since tar cannot be read out of order.
 *   <li>Memory is taken for bytes that have come, never for what a header claims. To compare the claim with the length
 *       of the file was rejected: deflate shrinks up to a thousandfold, so a small file could still claim all memory.
 * </ul>
 */
package dev.kintsugi.data.files;

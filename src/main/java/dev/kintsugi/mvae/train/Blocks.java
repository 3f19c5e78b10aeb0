package dev.kintsugi.mvae.train;

/**
 * The order of pixels that training uses: 4×4 blocks, row by row, and within each its pixels row by row.
 *
 * <p>Both convolutions have stride 2, so four by four pixels meet in one place of the second. In blocks, either
 * convolution is moves of whole blocks and a matrix product, and nothing is ever transposed, which ND4J does at a
 * twentieth of the speed of copying (measured). Since the order of the decoder's outputs is free too, only the weights
 * need to be reordered, once, on their way in and out. Sides that 4 does not divide are filled up with zeros.
 *
 * <p>A <em>cell</em> is 2×2 positions of the first convolution's output, 2Y-1 and 2Y: what lies under one tap of the
 * second convolution when its kernel is seen as 2×2 cells. Cell Y reads pixel rows 4Y-3 to 4Y+2, hence blocks Y-1 and Y.
 *
 * @param height of the picture, in pixels
 */
record Blocks(int height, int width) {
    static final int SIDE = 4;
    static final int PIXELS = SIDE * SIDE;

    /** The taps of a kernel of cells, and the places within a cell. */
    static final int PLACES = 4;

    int rows() {
        return (height + SIDE - 1) / SIDE;
    }

    int columns() {
        return (width + SIDE - 1) / SIDE;
    }

    int cellRows() {
        return height / SIDE + 1;
    }

    int cellColumns() {
        return width / SIDE + 1;
    }

    int cells() {
        return cellRows() * cellColumns();
    }

    /** How many values a row has in this order. */
    int size() {
        return rows() * columns() * PIXELS;
    }

    /** Which pixel of the picture stands at each place of a row, or -1 for filling. */
    int[] order() {
        int[] order = new int[size()];
        for (int i = 0; i < order.length; i++) {
            int block = i / PIXELS;
            int y = block / columns() * SIDE + i % PIXELS / SIDE;
            int x = block % columns() * SIDE + i % SIDE;
            order[i] = y < height && x < width ? y * width + x : -1;
        }
        return order;
    }

    boolean filled() {
        return size() > height * width;
    }

    /** From a row of blocks to one of cells: the 2×2 blocks that each reads, with zeros for those beyond the edge. */
    Moves toCells() {
        var moves = new Moves.Builder(PIXELS, size(), cells() * PLACES * PIXELS);
        for (int tap = 0; tap < PLACES; tap++) {
            for (int cell = 0; cell < cells(); cell++) {
                int y = cell / cellColumns() - 1 + tap / 2;
                int x = cell % cellColumns() - 1 + tap % 2;
                if (y >= 0 && y < rows() && x >= 0 && x < columns()) {
                    moves.move(y * columns() + x, cell * PLACES + tap);
                }
            }
        }
        return moves.build();
    }

    /** From a row of cells, each with what it adds to four places of the second convolution's output, to that output. */
    Moves ofCells(int channels) {
        int height = cellRows() - 1;
        int width = cellColumns() - 1;
        var moves = new Moves.Builder(channels, cells() * PLACES * channels, height * width * channels);
        for (int tap = 0; tap < PLACES; tap++) {
            for (int place = 0; place < height * width; place++) {
                int cell = (place / width + tap / 2) * cellColumns() + place % width + tap % 2;
                moves.move(cell * PLACES + tap, place);
            }
        }
        return moves.build();
    }

    /** Whether a place within a cell is one of the first convolution's output, rather than of the padding around it. */
    boolean inside(int cell, int placeY, int placeX) {
        int y = 2 * (cell / cellColumns()) - 1 + placeY;
        int x = 2 * (cell % cellColumns()) - 1 + placeX;
        return y >= 0 && y < height / 2 && x >= 0 && x < width / 2;
    }

    /**
     * Which tap of the first convolution's kernel joins a pixel to a place within a cell, or -1.
     *
     * @param pixel of the 2×2 blocks that a cell reads, in the order of blocks
     */
    static int tap(int pixel, int placeY, int placeX) {
        int block = pixel / PIXELS;
        int ky = block / 2 * SIDE + pixel % PIXELS / SIDE - 1 - 2 * placeY;
        int kx = block % 2 * SIDE + pixel % SIDE - 1 - 2 * placeX;
        return ky >= 0 && ky < SIDE && kx >= 0 && kx < SIDE ? ky * SIDE + kx : -1;
    }
}

package dev.kintsugi.evaluate.judge;

import java.util.Map;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The classifier that every judge is: convolutions that stride, a dense layer and a softmax.
 *
 * <p>What it is built from lies in this class and in its shape, so that a file need hold nothing but numbers. For one
 * thread at a time.
 */
final class Network {
    static {
        // When memory runs out, the library would write a report into whatever directory it was started from.
        CrashReportingUtil.crashDumpsEnabled(false);
    }

    private static final int DENSE = 128;
    private static final double KEPT = .7;
    private static final double DECAY = 1e-4;

    private final Shape shape;
    private final int classes;
    private final MultiLayerNetwork layers;

    /** A network with weights that are random, but the same for the same seed. */
    Network(Shape shape, int classes, long seed) {
        this.shape = shape;
        this.classes = classes;
        layers = new MultiLayerNetwork(configuration(shape, classes, seed));
        layers.init();
    }

    private static MultiLayerConfiguration configuration(Shape shape, int classes, long seed) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam())
                .weightInit(WeightInit.RELU)
                .activation(Activation.RELU)
                .l2(DECAY)
                .list();
        for (Shape.Convolution convolution : shape.convolutions()) {
            layers.layer(new ConvolutionLayer.Builder(convolution.kernel(), convolution.kernel())
                    .stride(convolution.stride(), convolution.stride())
                    .convolutionMode(ConvolutionMode.Truncate)
                    .nOut(convolution.channels())
                    .build());
        }
        return layers.layer(new DenseLayer.Builder().nOut(DENSE).dropOut(KEPT).build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(classes)
                        .activation(Activation.SOFTMAX)
                        .dropOut(KEPT)
                        .build())
                .setInputType(InputType.convolutional(shape.height(), shape.width(), 1))
                .build();
    }

    /**
     * One step on a batch.
     *
     * @param values row by row
     * @param classes of the rows
     */
    void learn(float[] values, int[] classes, double rate) {
        float[][] wanted = new float[classes.length][this.classes];
        for (int row = 0; row < classes.length; row++) {
            wanted[row][classes[row]] = 1;
        }
        layers.setLearningRate(rate);
        layers.fit(input(values, classes.length), Nd4j.createFromArray(wanted));
    }

    /** The probability of each class, for each of so many rows. */
    float[][] probabilities(float[] values, int rows) {
        return layers.output(input(values, rows)).toFloatMatrix();
    }

    /** The weights by name, in the order of the layers; what is written there changes the network. */
    Map<String, INDArray> weights() {
        return layers.paramTable();
    }

    private INDArray input(float[] values, int rows) {
        return Nd4j.createFromArray(values).reshape('c', rows, 1, shape.height(), shape.width());
    }
}

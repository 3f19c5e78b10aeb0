package dev.kintsugi.mvae.infer;

import dev.kintsugi.mvae.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Observations with different sides missing, asked together: each side is encoded in one batch of those that have it,
 * and decoded in one batch of those that lack it.
 */
final class ObservationBatch {
    private final Inference model;
    private final Workspace workspace;
    private final List<Evidence> evidence;
    private final Inferred[] results;

    ObservationBatch(Inference model, Workspace workspace, List<Observed> observations) {
        this.model = model;
        this.workspace = workspace;
        this.evidence = observations.stream().map(Evidence::of).toList();
        this.results = new Inferred[observations.size()];
    }

    /** In the order of the observations. */
    List<Inferred> inferred(Request request) {
        for (int i = 0; i < results.length; i++) {
            results[i] = evidence.get(i).problem(model.architecture()).orElse(null);
        }
        gather(fit());
        for (int i = 0; i < results.length; i++) {
            if (results[i] == null && !evidence.get(i).finite()) {
                results[i] = new Inferred.Unfit("model-overflow", "values so large that the model's numbers overflow");
            }
        }
        conclude(request);
        return List.of(results);
    }

    /** In the order of the architecture, in which experts are multiplied. */
    private void gather(List<Evidence> fit) {
        for (Part part : model.architecture().modalities()) {
            if (part instanceof Part.Sensed sensed) {
                encode(sensed, having(part, fit));
            } else {
                having(part, fit).forEach(one -> lookUp(part.name(), one));
            }
        }
    }

    private void encode(Part.Sensed part, List<Evidence> having) {
        float[] rows = new float[having.size() * part.size()];
        for (int row = 0; row < having.size(); row++) {
            float[] values = having.get(row).observed().sensed().get(part.name());
            System.arraycopy(values, 0, rows, row * part.size(), part.size());
        }
        Encoded encoded = workspace.encode(part.name(), rows, having.size());
        for (int row = 0; row < having.size(); row++) {
            having.get(row).experts().put(part.name(), encoded.shared().row(row));
            having.get(row).privates().put(part.name(), encoded.privates().row(row));
        }
    }

    private void lookUp(String part, Evidence one) {
        int[] label = {one.observed().labels().get(part)};
        one.experts().put(part, workspace.experts(part, label));
    }

    private void conclude(Request request) {
        List<Inferred.Posterior> posteriors = new Conclusion(model, workspace, fit()).posteriors(request);
        int next = 0;
        for (int i = 0; i < results.length; i++) {
            if (results[i] == null) {
                results[i] = posteriors.get(next++);
            }
        }
    }

    private List<Evidence> fit() {
        List<Evidence> fit = new ArrayList<>(evidence);
        var verdicts = Arrays.asList(results).iterator();
        fit.removeIf(one -> verdicts.next() != null);
        return fit;
    }

    private static List<Evidence> having(Part part, List<Evidence> fit) {
        return fit.stream().filter(one -> one.observed().has(part.name())).toList();
    }
}

package dev.kintsugi.mvae.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kintsugi.Fault;
import dev.kintsugi.mvae.Architecture;
import dev.kintsugi.mvae.Part;
import dev.kintsugi.mvae.Prior;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Manifests as JSON: all of it for the file, and its core for the id. */
final class ManifestJson {
    private ManifestJson() {}

    static byte[] write(Manifest manifest, String id, String weights) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", id);
        all.put("weights", Map.of("file", Bundle.WEIGHTS, "sha256", weights));
        all.putAll(core(manifest));
        all.put("clusters", manifest.clusters());
        all.put("quality", manifest.quality());
        all.put("references", manifest.references());
        // A tree keeps this order, where maps are sorted by key.
        return Json.pretty(Json.MAPPER.createObjectNode().setAll(nodes(all))).getBytes(StandardCharsets.UTF_8);
    }

    /** What a model is, as opposed to what is known about it. */
    static Map<String, Object> core(Manifest manifest) {
        Map<String, Object> core = new LinkedHashMap<>();
        core.put("format", Manifest.FORMAT);
        core.put("architecture", architecture(manifest.architecture()));
        core.put("preprocessing", manifest.preprocessing());
        core.put("provenance", manifest.provenance());
        return core;
    }

    static Field parse(byte[] bytes, String where) {
        try {
            JsonNode root = Json.MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
            if (root.isObject()) {
                return new Field(where, "", root);
            }
        } catch (JsonProcessingException e) {
            throw new Fault(where + " is no JSON: " + e.getOriginalMessage() + "; " + Bundle.REMEDY, e);
        }
        throw new Fault(where + " is no JSON object; " + Bundle.REMEDY);
    }

    static Manifest read(Field root) {
        int format = root.whole("format");
        if (format != Manifest.FORMAT) {
            throw new Fault(root.where() + ": format is " + format + ", where this version of Kintsugi reads "
                    + Manifest.FORMAT + "; use the version that wrote the bundle, or train anew");
        }
        Field from = root.at("provenance");
        Provenance provenance = new Provenance(
                from.texts("data"),
                from.number("seed"),
                from.text("code"),
                from.text("platform"),
                from.text("command"));
        return new Manifest(
                architecture(root.at("architecture")),
                root.map("preprocessing"),
                provenance,
                root.map("clusters"),
                root.map("quality"),
                root.map("references"));
    }

    private static Map<String, JsonNode> nodes(Map<String, Object> values) {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        values.forEach((key, value) -> nodes.put(key, Json.MAPPER.valueToTree(value)));
        return nodes;
    }

    private static Map<String, Object> architecture(Architecture architecture) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("shared", architecture.shared());
        json.put(
                "prior",
                architecture.prior() instanceof Prior.Mixture mixture
                        ? Map.of("kind", "mixture", "components", mixture.components())
                        : Map.of("kind", "normal"));
        json.put(
                "modalities",
                architecture.modalities().stream().map(ManifestJson::part).toList());
        return json;
    }

    private static Map<String, Object> part(Part part) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", part.name());
        if (part instanceof Part.Sensed sensed) {
            json.put("kind", sensed.kind().name().toLowerCase(Locale.ROOT));
            json.put("height", sensed.height());
            json.put("width", sensed.width());
            json.put("private", sensed.privateSize());
        } else {
            json.put("kind", "label");
            json.put("classes", ((Part.Labelled) part).classes());
        }
        return json;
    }

    private static Architecture architecture(Field field) {
        List<Part> parts =
                field.list("modalities").stream().map(ManifestJson::part).toList();
        try {
            return new Architecture(parts, field.whole("shared"), prior(field.at("prior")));
        } catch (IllegalArgumentException e) {
            throw impossible(field, e);
        }
    }

    private static Prior prior(Field field) {
        String kind = field.text("kind");
        return switch (kind) {
            case "normal" -> new Prior.Normal();
            case "mixture" -> new Prior.Mixture(field.whole("components"));
            default -> throw field.at("kind").fault("\"" + kind + "\"", "normal or mixture");
        };
    }

    private static Part part(Field field) {
        try {
            String kind = field.text("kind");
            return switch (kind) {
                case "image" -> sensed(field, Part.Kind.IMAGE);
                case "audio" -> sensed(field, Part.Kind.AUDIO);
                case "label" -> new Part.Labelled(field.text("name"), field.texts("classes"));
                default -> throw field.at("kind").fault("\"" + kind + "\"", "image, audio or label");
            };
        } catch (IllegalArgumentException e) {
            throw impossible(field, e);
        }
    }

    private static Part sensed(Field field, Part.Kind kind) {
        return new Part.Sensed(
                field.text("name"), kind, field.whole("height"), field.whole("width"), field.whole("private"));
    }

    private static Fault impossible(Field field, IllegalArgumentException cause) {
        return new Fault(
                field.where() + ": " + field.path() + " cannot be: " + cause.getMessage() + "; " + Bundle.REMEDY,
                cause);
    }
}

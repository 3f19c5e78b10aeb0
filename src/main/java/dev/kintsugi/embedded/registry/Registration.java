package dev.kintsugi.embedded.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Registers schemas, finds those registered, and says whether one could be. */
final class Registration {

    static final String AVRO = "AVRO";

    private final Ledger ledger;
    private final SchemaStore store;
    private final AvroParser parser;

    Registration(Ledger ledger) {
        this.ledger = ledger;
        this.store = ledger.store();
        this.parser = new AvroParser(store);
    }

    /** The id of the schema, new or known: registering the same again changes nothing, even where nothing may be. */
    int register(String subject, RegisterRequest request, boolean normalize) {
        requireValidSubject(subject);
        boolean normalized = normalize || store.configInScope(Scope.of(subject)).normalizes();
        Optional<SubjectSchema> known =
                lookUp(subject, request, normalized, LookupFilter.LIVE).filter(request::asksForNoMoreThan);
        if (known.isPresent()) {
            return known.get().id();
        }
        Mode mode = requireWritable(subject, request);
        AvroSchema parsed = parse(subject, request, normalized, normalized);
        if (mode != Mode.IMPORT) {
            requireCompatible(subject, parsed);
        }
        return write(subject, request, parsed, mode);
    }

    private int write(String subject, RegisterRequest request, AvroSchema parsed, Mode mode) {
        int version = versionFor(subject, request, mode);
        int id = idFor(request, parsed.text());
        SubjectSchema schema = new SubjectSchema(subject, version, id, parsed.text(), false);
        // written first, so that the id always has a version
        List<Change> changes = new ArrayList<>(List.of(new Change.SchemaWritten(schema)));
        // an id has one version per subject: the deleted one that had it goes when it comes back
        store.versions(subject, LookupFilter.ONLY_DELETED).stream()
                .filter(deleted -> deleted.id() == id && deleted.version() < version)
                .forEach(deleted -> changes.add(new Change.SchemaErased(subject, deleted.version())));
        ledger.commit(changes);
        return id;
    }

    private int versionFor(String subject, RegisterRequest request, Mode mode) {
        int next = 1
                + store.versions(subject, LookupFilter.WITH_DELETED).stream()
                        .mapToInt(SubjectSchema::version)
                        .max()
                        .orElse(0);
        if (!request.hasVersion()) {
            return next;
        }
        if (mode != Mode.IMPORT && request.version() != next) {
            throw RegistryException.invalidSchema("Version is not one more than previous version");
        }
        return request.version();
    }

    private int idFor(RegisterRequest request, SchemaText text) {
        Optional<Integer> known = store.idOf(text);
        if (!request.hasId()) {
            return known.orElseGet(() -> store.highestId() + 1);
        }
        boolean taken = store.byId(request.id())
                .map(other -> !other.text().equals(text))
                .orElse(false);
        if (taken) {
            throw RegistryException.notPermitted("Overwrite new schema with id " + request.id() + " is not permitted.");
        }
        return request.id();
    }

    /**
     * The version under the subject that has this schema, if need be in its normal form or with references spelled out.
     */
    Optional<SubjectSchema> find(String subject, RegisterRequest request, boolean normalize, LookupFilter filter) {
        boolean normalized = normalize || store.configInScope(Scope.of(subject)).normalizes();
        Optional<SubjectSchema> found = lookUp(subject, request, normalized, filter);
        return found.isPresent() || normalized ? found : lookUp(subject, request, true, filter);
    }

    private Optional<SubjectSchema> lookUp(
            String subject, RegisterRequest request, boolean normalize, LookupFilter filter) {
        AvroSchema parsed = parse(subject, request, normalize, false);
        Optional<SubjectSchema> same =
                latest(subject, filter, schema -> schema.text().equals(parsed.text()));
        return same.or(() -> parsed.text().references().isEmpty()
                ? latest(subject, filter, schema -> isSpelledOut(schema, parsed))
                : Optional.empty());
    }

    private Optional<SubjectSchema> latest(String subject, LookupFilter filter, Predicate<SubjectSchema> condition) {
        return store.versions(subject, filter).stream().filter(condition).reduce((earlier, later) -> later);
    }

    /** A client may send a schema with its references resolved that was registered with them. */
    private boolean isSpelledOut(SubjectSchema registered, AvroSchema parsed) {
        return !registered.text().references().isEmpty()
                && parser.parse(registered.text()).schema().equals(parsed.schema());
    }

    /**
     * What speaks against the schema, compared with one version or, if none is named, with as many as the level asks.
     */
    List<String> objections(String subject, Optional<VersionId> version, RegisterRequest request, boolean normalize) {
        List<SubjectSchema> history = version.map(named -> single(subject, named))
                .orElseGet(() -> store.versions(subject, LookupFilter.LIVE));
        return objections(subject, history, parse(subject, request, normalize, false));
    }

    private List<SubjectSchema> single(String subject, VersionId version) {
        Optional<SubjectSchema> schema = store.version(subject, version, LookupFilter.LIVE);
        if (schema.isEmpty() && !version.isLatest()) {
            throw RegistryException.versionNotFound(version);
        }
        return schema.stream().toList();
    }

    private void requireCompatible(String subject, AvroSchema parsed) {
        List<String> objections = objections(subject, store.versions(subject, LookupFilter.LIVE), parsed);
        if (!objections.isEmpty()) {
            throw RegistryException.incompatible(subject, objections);
        }
    }

    private List<String> objections(String subject, List<SubjectSchema> history, AvroSchema parsed) {
        CompatibilityLevel level = store.configInScope(Scope.of(subject)).level();
        List<Compatibility.Previous> previous = history.stream()
                .map(schema -> new Compatibility.Previous(schema.version(), parser.parse(schema.text())))
                .toList();
        List<String> violations = new ArrayList<>(Compatibility.violations(parsed, previous, level));
        if (!violations.isEmpty()) {
            violations.add("{validateFields: 'false', compatibility: '" + level + "'}");
        }
        return violations;
    }

    /** The schema of a stored version, with what it refers to written out. */
    String resolved(SchemaText text) {
        return parser.parse(text).schema().toString();
    }

    private AvroSchema parse(String subject, RegisterRequest request, boolean normalize, boolean validateDefaults) {
        if (request.text().isBlank()) {
            throw RegistryException.invalidSchema("Empty schema");
        }
        if (!request.typeName().equals(AVRO)) {
            throw RegistryException.invalidSchema("Invalid schema type " + request.schemaType());
        }
        try {
            AvroSchema parsed = parser.parse(request.text(), validateDefaults);
            return normalize ? parser.normalize(parsed) : parsed;
        } catch (RegistryException e) {
            throw e;
        } catch (RuntimeException e) {
            // whatever Avro throws at a text, the text is to blame
            throw RegistryException.invalidSchema("Invalid schema " + request.quoted(subject) + " with refs "
                    + request.text().references() + " of type " + AVRO + ", details: " + e.getMessage());
        }
    }

    private Mode requireWritable(String subject, RegisterRequest request) {
        Mode mode = store.modeInScope(Scope.of(subject));
        if (mode.readOnly()) {
            throw RegistryException.notPermitted("Subject " + subject + " is in read-only mode");
        }
        if (request.hasId() && mode != Mode.IMPORT) {
            throw RegistryException.notPermitted("Subject " + subject + " is not in import mode");
        }
        if (!request.hasId() && mode != Mode.READWRITE) {
            throw RegistryException.notPermitted("Subject " + subject + " is not in read-write mode");
        }
        return mode;
    }

    private static void requireValidSubject(String subject) {
        boolean reserved = subject.equals("__GLOBAL") || subject.equals("__EMPTY");
        if (reserved || subject.chars().anyMatch(Character::isISOControl)) {
            throw RegistryException.invalidSubject(subject);
        }
    }
}

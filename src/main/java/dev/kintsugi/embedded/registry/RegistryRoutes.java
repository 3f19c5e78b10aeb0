package dev.kintsugi.embedded.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every path of the Confluent REST interface that this registry knows, and what it does there. */
final class RegistryRoutes {

    /** The server whose answers these are modelled on. */
    private static final Answers.ServerVersion VERSION = new Answers.ServerVersion("7.5.3", "kintsugi");

    private final Ledger ledger;
    private final Catalog catalog;
    private final Registration registration;
    private final Removal removal;
    private final Settings settings;
    private final String clusterId;

    RegistryRoutes(Ledger ledger, String clusterId) {
        this.ledger = ledger;
        this.clusterId = clusterId;
        this.catalog = new Catalog(ledger.store());
        this.registration = new Registration(ledger);
        this.removal = new Removal(ledger);
        this.settings = new Settings(ledger);
    }

    /** A path with a fixed word comes before one with a parameter in its place. */
    List<Route> all() {
        return List.of(
                get("/", call -> Map.of()),
                get("/contexts", call -> List.of(".")),
                get("/v1/metadata/id", call -> Answers.clusterId(clusterId)),
                get("/v1/metadata/version", call -> VERSION),
                get("/schemas", this::schemas),
                get("/schemas/types", call -> List.of(Registration.AVRO)),
                get("/schemas/ids/{id}", this::schemaById),
                get("/schemas/ids/{id}/schema", this::schemaTextById),
                get("/schemas/ids/{id}/subjects", this::subjectsOfId),
                get("/schemas/ids/{id}/versions", this::versionsOfId),
                get("/subjects", call -> call.page(catalog.subjects(call.prefix(), call.filter()))),
                post("/subjects/{subject}", this::lookUp),
                get("/subjects/{subject}/metadata", this::latestWithMetadata),
                delete("/subjects/{subject}", call -> removal.deleteSubject(call.subject(), call.flag("permanent"))),
                get("/subjects/{subject}/versions", call -> call.page(catalog.versions(call.subject(), call.filter()))),
                change("POST", "/subjects/{subject}/versions", this::register),
                get("/subjects/{subject}/versions/{version}", call -> Answers.Version.of(version(call))),
                get(
                        "/subjects/{subject}/versions/{version}/schema",
                        call -> version(call).text().schema()),
                get(
                        "/subjects/{subject}/versions/{version}/referencedby",
                        call -> catalog.referencedBy(call.subject(), call.version())),
                delete(
                        "/subjects/{subject}/versions/{version}",
                        call -> removal.deleteVersion(call.subject(), call.version(), call.flag("permanent"))),
                post(
                        "/compatibility/subjects/{subject}/versions/{version}",
                        call -> compatibility(call, Optional.of(call.version()))),
                post("/compatibility/subjects/{subject}/versions", call -> compatibility(call, Optional.empty())),
                get("/config", this::config),
                change("PUT", "/config", this::updateConfig),
                delete("/config", this::deleteConfig),
                get("/config/{subject}", this::config),
                change("PUT", "/config/{subject}", this::updateConfig),
                delete("/config/{subject}", this::deleteConfig),
                get("/mode", this::mode),
                change("PUT", "/mode", this::setMode),
                get("/mode/{subject}", this::mode),
                change("PUT", "/mode/{subject}", this::setMode),
                delete(
                        "/mode/{subject}",
                        call -> new Answers.ModeState(
                                settings.deleteMode(call.scope()).name())));
    }

    private static Route get(String path, Function<Call, Object> answer) {
        return Route.of("GET", path, answer);
    }

    /** A question too long for a URL. */
    private static Route post(String path, Function<Call, Object> answer) {
        return Route.of("POST", path, answer);
    }

    private Route delete(String path, Function<Call, Object> answer) {
        return change("DELETE", path, answer);
    }

    private Route change(String method, String path, Function<Call, Object> answer) {
        return Route.of(method, path, call -> ledger.exclusively(() -> answer.apply(call)));
    }

    private Object schemas(Call call) {
        LookupFilter filter = LookupFilter.of(call.flag("deleted"), false);
        return call.page(catalog.schemas(call.prefix(), filter, call.flag("latestOnly")).stream()
                .map(Answers.Version::of)
                .toList());
    }

    private Object schemaById(Call call) {
        SchemaText text = formatted(catalog.byId(call.id()).text(), call);
        return Answers.Schema.of(text, call.flag("fetchMaxId") ? catalog.highestId() : null);
    }

    private Object schemaTextById(Call call) {
        return formatted(catalog.byId(call.id()).text(), call).schema();
    }

    private SchemaText formatted(SchemaText text, Call call) {
        return call.text("format", "").equals("resolved")
                ? new SchemaText(registration.resolved(text), text.references())
                : text;
    }

    private Object subjectsOfId(Call call) {
        return uses(call).stream().map(SubjectSchema::subject).distinct().toList();
    }

    private Object versionsOfId(Call call) {
        return uses(call).stream()
                .map(schema -> new Answers.SubjectVersion(schema.subject(), schema.version()))
                .toList();
    }

    private List<SubjectSchema> uses(Call call) {
        return catalog.usesOf(call.id(), LookupFilter.of(call.flag("deleted"), false));
    }

    private SubjectSchema version(Call call) {
        return catalog.version(call.subject(), call.version(), LookupFilter.of(call.flag("deleted"), false));
    }

    private Object lookUp(Call call) {
        LookupFilter filter = LookupFilter.of(call.flag("deleted"), false);
        return registration
                .find(call.subject(), call.body(RegisterRequest.class), call.flag("normalize"), filter)
                .map(Answers.Version::of)
                .orElseThrow(() -> catalog.absence(call.subject(), filter));
    }

    /** Of the metadata that could be asked for, no schema here has any. */
    private Object latestWithMetadata(Call call) {
        return catalog.latest(call.subject())
                .filter(latest -> call.text("key", "").isEmpty())
                .map(Answers.Version::of)
                .orElseThrow(() -> catalog.absence(call.subject(), LookupFilter.LIVE));
    }

    private Object register(Call call) {
        return new Answers.Id(
                registration.register(call.subject(), call.body(RegisterRequest.class), call.flag("normalize")));
    }

    /** With {@code verbose}, a schema that is none is told as an objection. */
    private Object compatibility(Call call, Optional<VersionId> version) {
        boolean verbose = call.flag("verbose");
        RegisterRequest request = call.body(RegisterRequest.class);
        List<String> objections;
        try {
            objections = registration.objections(call.subject(), version, request, call.flag("normalize"));
        } catch (RegistryException e) {
            if (!verbose || !e.isInvalidSchema()) {
                throw e;
            }
            objections = List.of(e.getMessage());
        }
        return new Answers.Compatible(objections.isEmpty(), verbose ? objections : null);
    }

    private Object config(Call call) {
        return Answers.ConfigState.of(settings.config(call.scope(), call.flag("defaultToGlobal")));
    }

    private Object updateConfig(Call call) {
        Answers.ConfigUpdate update = call.body(Answers.ConfigUpdate.class);
        settings.updateConfig(call.scope(), update.config());
        return update;
    }

    private Object deleteConfig(Call call) {
        return Answers.ConfigState.of(settings.deleteConfig(call.scope()));
    }

    private Object mode(Call call) {
        return new Answers.ModeState(
                settings.mode(call.scope(), call.flag("defaultToGlobal")).name());
    }

    private Object setMode(Call call) {
        Answers.ModeState update = call.body(Answers.ModeState.class);
        settings.setMode(call.scope(), update.parsed(), call.flag("force"));
        return update;
    }
}

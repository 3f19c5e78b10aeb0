package dev.kintsugi.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Who may touch what, as the {@code package-info}s say it. */
@AnalyzeClasses(packages = "dev.kintsugi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesDependDownwards = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("dev.kintsugi.cli..")
            .layer("speed")
            .definedBy("dev.kintsugi.speed..")
            .layer("embedded")
            .definedBy("dev.kintsugi.embedded..")
            .layer("demo")
            .definedBy("dev.kintsugi.demo..")
            .layer("broker")
            .definedBy("dev.kintsugi.broker..")
            .layer("studio")
            .definedBy("dev.kintsugi.studio..")
            .layer("gallery")
            .definedBy("dev.kintsugi.gallery..")
            .layer("learn")
            .definedBy("dev.kintsugi.learn..")
            .layer("sense")
            .definedBy("dev.kintsugi.sense..")
            .layer("mvae")
            .definedBy("dev.kintsugi.mvae..")
            .layer("evaluate")
            .definedBy("dev.kintsugi.evaluate..")
            .layer("data")
            .definedBy("dev.kintsugi.data..")
            .layer("scenario")
            .definedBy("dev.kintsugi.scenario..")
            .layer("web")
            .definedBy("dev.kintsugi.web..")
            .layer("telemetry")
            .definedBy("dev.kintsugi.telemetry..")
            .layer("topology")
            .definedBy("dev.kintsugi.topology..")
            .layer("pairing")
            .definedBy("dev.kintsugi.pairing..")
            .layer("wire")
            .definedBy("dev.kintsugi.wire..")
            .layer("record")
            .definedBy("dev.kintsugi.record..")
            .layer("spec")
            .definedBy("dev.kintsugi.spec..")
            .layer("codec")
            .definedBy("dev.kintsugi.codec..")
            .layer("cluster")
            .definedBy("dev.kintsugi.cluster..")
            .layer("dice")
            .definedBy("dev.kintsugi.dice..")
            .layer("event")
            .definedBy("dev.kintsugi.event..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("speed")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("embedded")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("demo")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("broker")
            .mayOnlyBeAccessedByLayers("demo", "speed", "cli")
            .whereLayer("topology")
            .mayOnlyBeAccessedByLayers("speed", "cli")
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("telemetry")
            .mayOnlyBeAccessedByLayers("topology", "cli")
            .whereLayer("pairing")
            .mayOnlyBeAccessedByLayers("topology")
            .whereLayer("evaluate")
            .mayOnlyBeAccessedByLayers("studio", "cli")
            .whereLayer("studio")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("gallery")
            .mayOnlyBeAccessedByLayers("studio")
            .whereLayer("learn")
            .mayOnlyBeAccessedByLayers("studio", "evaluate", "cli")
            .whereLayer("sense")
            .mayOnlyBeAccessedByLayers("speed", "studio", "learn", "evaluate", "topology", "cli")
            .whereLayer("mvae")
            .mayOnlyBeAccessedByLayers("speed", "studio", "sense", "learn", "evaluate", "topology", "cli")
            .whereLayer("data")
            .mayOnlyBeAccessedByLayers("speed", "studio", "learn", "evaluate", "broker", "cli")
            .whereLayer("scenario")
            .mayOnlyBeAccessedByLayers("speed", "broker", "demo", "cli")
            .whereLayer("wire")
            .mayOnlyBeAccessedByLayers("speed", "broker", "topology", "demo", "cli")
            .whereLayer("record")
            .mayOnlyBeAccessedByLayers("wire")
            .whereLayer("spec")
            .mayOnlyBeAccessedByLayers(
                    "speed", "studio", "sense", "learn", "evaluate", "broker", "pairing", "topology", "demo", "cli")
            .whereLayer("codec")
            .mayOnlyBeAccessedByLayers(
                    "speed", "studio", "sense", "evaluate", "data", "broker", "topology", "demo", "cli")
            .whereLayer("cluster")
            .mayOnlyBeAccessedByLayers("mvae", "learn", "evaluate")
            .whereLayer("dice")
            .mayOnlyBeAccessedByLayers(
                    "cluster", "speed", "studio", "scenario", "data", "learn", "evaluate", "topology")
            .whereLayer("event")
            .mayOnlyBeAccessedByLayers(
                    "speed", "scenario", "wire", "data", "pairing", "topology", "broker", "demo", "cli");

    @ArchTest
    static final ArchRule noPackagesDependOnEachOther =
            slices().matching("dev.kintsugi.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule avroLivesInWire = only(
            "org.apache.avro..", "dev.kintsugi.wire..", "dev.kintsugi.record..", "dev.kintsugi.embedded.registry..");

    @ArchTest
    static final ArchRule theRegistryClientIsKnownToOneClass = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.kintsugi.wire.ConfluentSchemas")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..");

    @ArchTest
    static final ArchRule nothingUsesTheUnrelocatedCopiesInTheRegistryClientsJar = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.common..", "org.apache.commons.lang3..");

    @ArchTest
    static final ArchRule tarsosLivesInAudioCodecs = only("be.tarsos..", "dev.kintsugi.codec.audio..");

    @ArchTest
    static final ArchRule tensorsLiveInTheModelAndInTheJudges =
            only("org.nd4j..", "dev.kintsugi.mvae..", "dev.kintsugi.evaluate.judge..");

    @ArchTest
    static final ArchRule judgesShareNothingWithTheModel = noClasses()
            .that()
            .resideInAPackage("dev.kintsugi.evaluate.judge..")
            .should(dependOnClassesThat(resideInAPackage("dev.kintsugi.mvae..")));

    @ArchTest
    static final ArchRule nativeCodeLivesInTheModel = only("org.bytedeco..", "dev.kintsugi.mvae..");

    @ArchTest
    static final ArchRule theModelKnowsNumbersAlone = noClasses()
            .that()
            .resideInAPackage("dev.kintsugi.mvae..")
            .should(dependOnClassesThat(resideInAnyPackage(
                    "dev.kintsugi.codec..", "dev.kintsugi.data..", "dev.kintsugi.event..", "org.apache.kafka..")));

    @ArchTest
    static final ArchRule deeplearning4jLivesInTheJudges =
            only("org.deeplearning4j..", "dev.kintsugi.evaluate.judge..");

    @ArchTest
    static final ArchRule smileLivesInTheMeasuresAndDrawings =
            only("smile..", "dev.kintsugi.evaluate.metrics..", "dev.kintsugi.gallery..");

    @ArchTest
    static final ArchRule picocliLivesInTheCommandLine = only("picocli..", "dev.kintsugi.cli..");

    @ArchTest
    static final ArchRule yamlLivesInSpec = only("org.yaml..", "dev.kintsugi.spec..");

    @ArchTest
    static final ArchRule theServersSideOfKafkaLivesInEmbedded = noClasses()
            .that()
            .resideOutsideOfPackage("dev.kintsugi.embedded..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "kafka..",
                    "org.apache.kafka.metadata..",
                    "org.apache.kafka.server..",
                    "org.apache.kafka.raft..",
                    "org.apache.kafka.network.."));

    @ArchTest
    static final ArchRule kafkaStreamsLivesInTheTopology =
            only("org.apache.kafka.streams..", "dev.kintsugi.topology..");

    @ArchTest
    static final ArchRule pairingKnowsNoKafka = noClasses()
            .that()
            .resideInAPackage("dev.kintsugi.pairing..")
            .should(dependOnClassesThat(resideInAPackage("org.apache.kafka..")));

    @ArchTest
    static final ArchRule httpServersLiveInEmbeddedAndWeb =
            only("com.sun.net.httpserver..", "dev.kintsugi.embedded..", "dev.kintsugi.web..");

    @ArchTest
    static final ArchRule micrometerLivesInTelemetry = noClasses()
            .that()
            .resideOutsideOfPackage("dev.kintsugi.telemetry..")
            .and()
            // which hands Kafka Streams' metrics over
            .doNotHaveFullyQualifiedName("dev.kintsugi.topology.KafkaMeters")
            .should(dependOnClassesThat(resideInAnyPackage("io.micrometer..", "io.prometheus..")));

    @ArchTest
    static final ArchRule webKnowsNothingOfWhatItShows = classes()
            .that()
            .resideInAPackage("dev.kintsugi.web..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "com.sun.net.httpserver..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..",
                    "dev.kintsugi",
                    "dev.kintsugi.web.."));

    @ArchTest
    static final ArchRule purePackagesKnowNoClockNoChanceAndNoThreads = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.kintsugi.event..",
                    "dev.kintsugi.scenario..",
                    "dev.kintsugi.spec..",
                    "dev.kintsugi.pairing..",
                    "dev.kintsugi.codec..",
                    "dev.kintsugi.dice..",
                    "dev.kintsugi.data..",
                    "dev.kintsugi.gallery..",
                    "dev.kintsugi.evaluate.metrics..",
                    "dev.kintsugi.cluster..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(
                    Clock.class,
                    Random.class,
                    SplittableRandom.class,
                    RandomGenerator.class,
                    ThreadLocalRandom.class,
                    Thread.class);

    @ArchTest
    static final ArchRule eventsKnowNothingButTheJdk = classes()
            .that()
            .resideInAPackage("dev.kintsugi.event..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "dev.kintsugi.event.."));

    @ArchTest
    static final ArchRule nobodyPrintsButTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("dev.kintsugi.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    /** A library has one home, so that a change of library is a change of one package. */
    private static ArchRule only(String library, String... homes) {
        return noClasses().that().resideOutsideOfPackages(homes).should(dependOnClassesThat(resideInAPackage(library)));
    }
}

package dev.kintsugi.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kintsugi.Fault;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    @TempDir
    Path data;

    @Test
    void givesBackWhatWasWritten() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.loopback(data, 0))) {
            Topic topic = new Topic(broker.bootstrap(), "t").created();
            topic.write("a", "b");
            assertThat(topic.read(2)).containsExactly("a", "b");
        }
    }

    @Test
    void showsOnlyCommittedTransactions() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.loopback(data, 0))) {
            Topic topic = new Topic(broker.bootstrap(), "t").created();
            try (KafkaProducer<String, String> producer = topic.transactionalProducer("p")) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("t", "aborted"));
                producer.abortTransaction();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("t", "committed"));
                producer.commitTransaction();
            }
            assertThat(topic.read(1)).containsExactly("committed");
        }
    }

    @Test
    void makesNoTopicByAccident() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.loopback(data, 0))) {
            Topic typo = new Topic(broker.bootstrap(), "typo");
            try (KafkaProducer<String, String> producer = typo.impatientProducer()) {
                assertThatThrownBy(() -> producer.partitionsFor("typo")).hasMessageContaining("typo");
            }
            assertThat(typo.exists()).isFalse();
        }
    }

    @Test
    void keepsItsDataOverARestartOnOtherPorts() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.loopback(data, 0))) {
            new Topic(broker.bootstrap(), "t").created().write("before");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.loopback(data, 0))) {
            Topic topic = new Topic(broker.bootstrap(), "t");
            topic.write("after");
            assertThat(topic.read(2)).containsExactly("before", "after");
        }
    }

    @Test
    void refusesASecondBrokerOnItsDirectoryAndGoesOn() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.loopback(data, 0))) {
            Topic topic = new Topic(broker.bootstrap(), "t").created();
            assertThatThrownBy(() -> EmbeddedBroker.start(BrokerSettings.loopback(data, 0)))
                    .isInstanceOf(Fault.class)
                    .hasMessage("data directory " + data
                            + " is in use by another broker; stop that one or choose another --data-dir");
            topic.write("unharmed");
            assertThat(topic.read(1)).containsExactly("unharmed");
        }
    }

    @Test
    void refusesABusyPortAndLeavesNoThreadBehind() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(BrokerSettings.LOOPBACK))) {
            Set<String> before = kafkaThreads();
            BrokerSettings settings = BrokerSettings.loopback(data, other.getLocalPort());
            assertThatThrownBy(() -> EmbeddedBroker.start(settings))
                    .isInstanceOf(Fault.class)
                    .hasMessage(
                            "broker port 127.0.0.1:" + other.getLocalPort()
                                    + " cannot be bound (Address already in use); stop what listens there or choose another port");
            assertThat(kafkaThreads()).isSubsetOf(before);
        }
        // the refusal gave the directory back
        EmbeddedBroker.start(BrokerSettings.loopback(data, 0)).close();
    }

    @Test
    void endsAllItsThreads() {
        EmbeddedBroker.start(BrokerSettings.loopback(data, 0)).close();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(kafkaThreads()).isEmpty());
    }

    private static Set<String> kafkaThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name ->
                        name.matches("(kafka|data-plane|control-plane|quorum-controller|broker|raft|.*-reaper).*"))
                .collect(Collectors.toSet());
    }

    @Test
    void saysWhenADirectoryIsNoKafkaDirectory() throws Exception {
        Files.createDirectories(data.resolve("kafka"));
        Files.writeString(data.resolve("kafka/meta.properties"), "version=1\nnode.id=7\ncluster.id=x\n");
        assertThatThrownBy(() -> EmbeddedBroker.start(BrokerSettings.loopback(data, 0)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(data.toString())
                .hasMessageContaining("an empty --data-dir starts afresh");
    }

    @Test
    void canBeReachedByTheNameThatItAdvertises() throws Exception {
        BrokerSettings settings = new BrokerSettings(data, "0.0.0.0", 0, "localhost");
        try (EmbeddedBroker broker = EmbeddedBroker.start(settings)) {
            assertThat(broker.bootstrap()).startsWith("localhost:");
            Topic topic = new Topic(broker.bootstrap(), "t").created();
            topic.write("a");
            assertThat(topic.read(1)).containsExactly("a");
        }
    }
}

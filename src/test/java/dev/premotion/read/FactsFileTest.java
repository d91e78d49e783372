package dev.premotion.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Facts;
import dev.premotion.inventory.VmkernelAdapter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsFileTest {

    @TempDir
    Path folder;

    private Facts facts(String entries) {
        return FactsFile.read(
                Texts.write(folder, "facts.yaml", "format: premotion/facts/1\nfacts:\n" + entries), "facts.yaml");
    }

    @Test
    void valuesTakeTheTypeOfTheirProperty() {
        var facts = facts("""
                - kind: host
                  name: "esx-*"
                  vmotionAdapter: yes
                  build: 24585383
                  memoryMiB: 524288
                  capability: { suspendedRelocateSupported: true }
                  capability.vmotionSupported: false
                  vmkernelAdapters: [ { device: vmk1, services: [vmotion] } ]
                  because: checked
                  by: jk
                """);

        var values = facts.given().get(0).values();
        assertThat(values.get("vmotionAdapter").value()).isEqualTo(true);
        assertThat(values.get("build").value()).isEqualTo("24585383");
        assertThat(values.get("memoryMiB").value()).isEqualTo(524_288L);
        assertThat(values.get("capability.suspendedRelocateSupported").value()).isEqualTo(true);
        assertThat(values.get("capability.vmotionSupported").value()).isEqualTo(false);
        assertThat(values.get("vmkernelAdapters").value())
                .isEqualTo(Listing.of(new VmkernelAdapter(
                        "vmk1", null, Listing.of("vmotion"), null, null, null, null, null, null, null)));
    }

    @Test
    void aQuestionWithoutAnAnswerIsPassedOver() {
        var facts = facts("""
                - { kind: host, name: "*", vmotionAdapter: , because: , by: }
                - { kind: link, between: [site-a, site-b], rttMillis: 12, vmotionRouted: null, because: measured, by: jk }
                - { kind: vcenter, name: vcsa-01a, ssoDomain: "" }
                """);

        assertThat(facts.given()).hasSize(1);
        assertThat(facts.given().get(0).values().keySet()).containsExactly("rttMillis");
        assertThat(facts("").given()).isEmpty();
    }

    @Test
    void factsCanBeJson() {
        var file = Texts.write(
                folder,
                "facts.json",
                "{\"format\": \"premotion/facts/1\", \"facts\": [{\"kind\": \"vm\", \"name\": \"db-*\","
                        + " \"template\": false, \"because\": \"b\", \"by\": \"jk\"}]}");

        assertThat(FactsFile.read(file, "facts.json").given()).hasSize(1);
    }

    @Test
    void mistakesAreToldWithTheirPlaceAndTheNearestName() {
        refused(
                "- { kind: hosst, name: a, vmotionAdapter: true, because: b, by: c }",
                "/facts/0/kind (line 3, column 11): kind is"
                        + " \"hosst\", expected one of vcenter, link, datacenter, cluster, host, pool, folder, datastore, datastore-cluster,"
                        + " network, switch, vm, disk, nic, device\nMaybe host");
        refused(
                "- { kind: host, name: a, vmotionAdaptor: true, because: b, by: c }",
                "/facts/0/vmotionAdaptor (line 3, column 42):"
                        + " a host has no property \"vmotionAdaptor\"\nMaybe vmotionAdapter");
        refused(
                "- { kind: host, name: a, vmotionAdapter: perhaps, because: b, by: c }",
                "/facts/0/vmotionAdapter (line 3, column 42):"
                        + " host: vmotionAdapter is \"perhaps\", expected true or false\nMaybe leave it out where it is not known");
        refused(
                "- { kind: host, name: a, vmotionAdapter: true, by: c }",
                "/facts/0 (line 3, column 3): the entry has no \"because\","
                        + " which every fact needs\nMaybe because: \"checked 2026-11-20\"");
        refused(
                "- { kind: host, vmotionAdapter: true, because: b, by: c }",
                "/facts/0 (line 3, column 3): the entry does not say which"
                        + " host it is about, expected name, id or vcenter or datacenter or cluster\nMaybe name: \"*\", if it is about all of"
                        + " them");
        refused(
                "- { kind: link, between: [site-a], rttMillis: 1, because: b, by: c }",
                "/facts/0/between (line 3, column 26): between is"
                        + " an array, expected two names of vCenters or sites\nMaybe between: [site-a, site-b]");
        refused(
                "- { kind: link, between: [a, b], rttMillis: 12 ms, because: b, by: c }",
                "/facts/0/rttMillis (line 3, column 45): link:"
                        + " rttMillis is \"12 ms\", expected a number\nMaybe the unit belongs to the name and not to the value");
        refused(
                "- { kind: vm, name: a, disks: [], because: b, by: c }",
                "/facts/0/disks (line 3, column 31): \"disks\" of a vm cannot be"
                        + " given by a facts file\nMaybe disksConfirmed");
        refused(
                "- { kind: datastore, name: a, cluster: b, accessible: true, because: b, by: c }",
                "/facts/0/cluster (line 3, column 40):"
                        + " \"cluster\" of a datastore cannot be given by a facts file\nMaybe it should be told apart by"
                        + " name, id, vcenter, datacenter");
        refused(
                "- kind: host\n  name: a\n  vmotionAdapter: true\n  vmotionAdapter: false\n",
                "/facts/0/vmotionAdapter (line 6, column 19):"
                        + " \"vmotionAdapter\" stands twice in one entry\nMaybe the dash before a new entry is missing");
        refused(
                "- host",
                "/facts/0 (line 3, column 3): the entry is \"host\", expected one like { kind: host, name: \"esx-*\","
                        + " vmotionAdapter: true, because: \"checked\", by: jk }\nMaybe braces or an indentation are missing");
        refused(
                "\t- kind: host",
                "line 3, column 1: this is no YAML: the line is indented with a tab\nMaybe YAML wants spaces instead");
    }

    @Test
    void anotherFormatIsRefused() {
        var file = Texts.write(folder, "facts.yaml", "format: premotion/plan/1\n");
        assertThatThrownBy(() -> FactsFile.read(file, "facts.yaml"))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "facts.yaml at /format (line 1, column 9): the format is \"premotion/plan/1\", expected premotion/facts/1\n"
                                + "Maybe it is a plan: give it with --plan");
        for (var text : List.of(
                "", "facts: []", "- a", "format: premotion/facts/1\nfacts: a", "format: premotion/facts/1\nfact: []")) {
            var other = Texts.write(folder, "other.yaml", text);
            assertThatThrownBy(() -> FactsFile.read(other, "other.yaml"))
                    .as(text)
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("\nMaybe ");
        }
    }

    private void refused(String entry, String message) {
        assertThatThrownBy(() -> facts(entry)).isInstanceOf(BadInput.class).hasMessage("facts.yaml at " + message);
    }
}

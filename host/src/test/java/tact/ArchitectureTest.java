package tact;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of the architecture: event -> protocol -> tracker -> advice -> annotation. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("tact");

    @Test
    void arrows_between_packages_point_one_way() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("tact..")
                .layer("root").definedBy("tact")
                .layer("cli").definedBy("tact.cli")
                .layer("wire").definedBy("tact.wire")
                .layer("mail").definedBy("tact.mail")
                .layer("event").definedBy("tact.event")
                .layer("protocol").definedBy("tact.protocol")
                .layer("tracker").definedBy("tact.tracker")
                .layer("advice").definedBy("tact.advice..")
                .layer("annotation").definedBy("tact.annotation")
                .layer("store").definedBy("tact.store")
                .layer("settings").definedBy("tact.settings")
                .whereLayer("settings").mayOnlyBeAccessedByLayers("root", "cli", "protocol")
                .whereLayer("cli").mayOnlyBeAccessedByLayers("root")
                .whereLayer("wire").mayOnlyBeAccessedByLayers("root")
                .whereLayer("store").mayOnlyBeAccessedByLayers("root", "cli")
                .whereLayer("protocol").mayOnlyBeAccessedByLayers("root", "cli")
                .whereLayer("annotation").mayOnlyBeAccessedByLayers("root", "cli", "protocol")
                .whereLayer("advice").mayOnlyBeAccessedByLayers("root", "cli", "annotation")
                .whereLayer("tracker").mayOnlyBeAccessedByLayers("root", "cli", "annotation", "advice", "store", "settings")
                .check(CLASSES);
    }

    @Test
    void mail_and_wire_know_no_other_package() {
        noClasses().that().resideInAPackage("tact.mail")
                .should().dependOnClassesThat().resideInAnyPackage("tact", "tact.event", "tact.tracker", "tact.wire", "tact.protocol")
                .check(CLASSES);
        noClasses().that().resideInAPackage("tact.wire")
                .should().dependOnClassesThat().resideInAnyPackage("tact", "tact.mail", "tact.event")
                .check(CLASSES);
    }

    @Test
    void only_the_protocol_knows_jackson() {
        noClasses().that().resideOutsideOfPackage("tact.protocol")
                .should().dependOnClassesThat().resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
                .check(CLASSES);
    }

    @Test
    void only_the_store_knows_sql() {
        noClasses().that().resideOutsideOfPackage("tact.store")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.sqlite..")
                .check(CLASSES);
    }

    @Test
    void only_mail_knows_mime_and_html() {
        noClasses().that().resideOutsideOfPackage("tact.mail")
                .should().dependOnClassesThat().resideInAnyPackage("org.apache.james..", "org.jsoup..")
                .check(CLASSES);
    }

    @Test
    void only_the_settings_know_whose_holidays_there_are() {
        noClasses().that().resideOutsideOfPackage("tact.settings")
                .should().dependOnClassesThat().resideInAnyPackage("de.focus_shift..")
                .check(CLASSES);
    }

    @Test
    void tracker_advice_and_annotation_know_no_file_thread_or_network() {
        noClasses().that().resideInAnyPackage("tact.tracker", "tact.advice..", "tact.annotation", "tact.event")
                .should().dependOnClassesThat().resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.util.concurrent..")
                .orShould().dependOnClassesThat().areAssignableTo(Thread.class)
                .check(CLASSES);
    }

    @Test
    void tracker_and_advice_know_no_clock() {
        noClasses().that().resideInAnyPackage("tact.tracker", "tact.advice..", "tact.annotation", "tact.mail", "tact.event")
                .should().callMethod(java.time.Instant.class, "now")
                .orShould().callMethod(java.time.LocalDate.class, "now")
                .orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().dependOnClassesThat().areAssignableTo(java.time.Clock.class)
                .check(CLASSES);
    }

    @Test
    void nothing_opens_a_network_connection() {
        noClasses()
                .should().dependOnClassesThat().resideInAnyPackage("java.net..", "javax.net..")
                .check(CLASSES);
    }
}

package tact.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A throwaway Thunderbird profile: one IMAP account of {@link Person#LENA}, nothing that pops up or phones home. */
final class Profile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Profile() {}

    /**
     * Writes {@code user.js} into a new profile folder.
     *
     * @param changes preferences that differ from the usual ones; values are strings, integers or booleans
     */
    static void write(Path folder, MailServer server, int marionettePort, Map<String, Object> changes)
            throws IOException {
        Files.createDirectories(folder);
        Map<String, Object> preferences = new LinkedHashMap<>();
        account(preferences, server);
        quiet(preferences);
        preferences.put("marionette.port", marionettePort);
        preferences.putAll(changes);
        Files.writeString(folder.resolve("user.js"), preferences.entrySet().stream()
                .map(p -> "user_pref(" + JSON.writeValueAsString(p.getKey()) + ", "
                        + JSON.writeValueAsString(p.getValue()) + ");\n")
                .collect(Collectors.joining()));
    }

    private static void account(Map<String, Object> p, MailServer server) {
        String me = Person.LENA.address();
        // An @ in the user's part of a folder URI is written %40.
        String folders = "imap://" + me.replace("@", "%40") + "@127.0.0.1/";
        p.put("mail.accountmanager.accounts", "account1,account2");
        p.put("mail.accountmanager.defaultaccount", "account1");
        p.put("mail.accountmanager.localfoldersserver", "server2");
        p.put("mail.account.account1.server", "server1");
        p.put("mail.account.account1.identities", "id1");
        p.put("mail.account.account2.server", "server2");
        p.put("mail.server.server1.type", "imap");
        p.put("mail.server.server1.hostname", "127.0.0.1");
        p.put("mail.server.server1.port", server.imapPort());
        p.put("mail.server.server1.userName", me);
        p.put("mail.server.server1.name", me);
        p.put("mail.server.server1.socketType", 0);
        p.put("mail.server.server1.authMethod", 3);
        p.put("mail.server.server1.login_at_startup", false);
        p.put("mail.server.server1.check_new_mail", false);
        p.put("mail.server.server1.offline_download", false);
        p.put("mail.server.server1.autosync_offline_stores", false);
        // GreenMail loses a connection that was idling when Thunderbird comes back to it.
        p.put("mail.server.server1.use_idle", false);
        p.put("mail.server.server2.type", "none");
        p.put("mail.server.server2.hostname", "Local Folders");
        p.put("mail.server.server2.userName", "nobody");
        p.put("mail.server.server2.name", "Local Folders");
        p.put("mail.identity.id1.fullName", Person.LENA.name());
        p.put("mail.identity.id1.useremail", me);
        p.put("mail.identity.id1.valid", true);
        p.put("mail.identity.id1.smtpServer", "smtp1");
        p.put("mail.identity.id1.fcc_folder", folders + "Sent");
        p.put("mail.identity.id1.draft_folder", folders + "Drafts");
        p.put("mail.identity.id1.stationery_folder", folders + "Templates");
        p.put("mail.smtpservers", "smtp1");
        p.put("mail.smtp.defaultserver", "smtp1");
        p.put("mail.smtpserver.smtp1.type", "smtp");
        p.put("mail.smtpserver.smtp1.hostname", "127.0.0.1");
        p.put("mail.smtpserver.smtp1.port", server.smtpPort());
        p.put("mail.smtpserver.smtp1.authMethod", 1);
        p.put("mail.smtpserver.smtp1.try_ssl", 0);
    }

    private static void quiet(Map<String, Object> p) {
        p.put("mail.provider.enabled", false);
        p.put("mail.provider.suppress_dialog_on_startup", true);
        p.put("mail.spotlight.firstRunDone", true);
        p.put("mail.shell.checkDefaultClient", false);
        p.put("mail.winsearch.firstRunDone", true);
        p.put("mail.rights.version", 1);
        p.put("mailnews.start_page.enabled", false);
        p.put("mailnews.start_page_override.mstone", "ignore");
        p.put("mailnews.database.global.indexer.enabled", false);
        p.put("mail.biff.show_alert", false);
        p.put("mail.biff.play_sound", false);
        p.put("mail.biff.animate_dock_icon", false);
        p.put("mail.SpellCheckBeforeSend", false);
        p.put("mail.spellcheck.inline", false);
        p.put("mail.compose.attachment_reminder", false);
        p.put("mail.compose.warn_public_recipients.aggressive", false);
        p.put("mail.inappnotifications.enabled", false);
        p.put("mail.instrumentation.askUser", false);
        p.put("app.donation.eoy.version.viewed", 99999);
        p.put("app.update.enabled", false);
        p.put("app.normandy.enabled", false);
        p.put("browser.safebrowsing.malware.enabled", false);
        p.put("browser.safebrowsing.phishing.enabled", false);
        p.put("browser.region.network.url", "");
        p.put("calendar.timezone.useSystemTimezone", true);
        p.put("datareporting.policy.dataSubmissionEnabled", false);
        p.put("datareporting.policy.dataSubmissionPolicyBypassNotification", true);
        p.put("datareporting.healthreport.uploadEnabled", false);
        p.put("toolkit.telemetry.server", "");
        p.put("extensions.getAddons.cache.enabled", false);
        p.put("extensions.systemAddon.update.enabled", false);
        p.put("extensions.update.enabled", false);
        p.put("extensions.blocklist.enabled", false);
        p.put("network.captive-portal-service.enabled", false);
        p.put("network.connectivity-service.enabled", false);
        p.put("network.dns.disablePrefetch", true);
        p.put("services.settings.server", "data:,#remote-settings-dummy/v1");
        p.put("toolkit.cosmeticAnimations.enabled", false);
        p.put("ui.prefersReducedMotion", 1);
    }
}

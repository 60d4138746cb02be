package tact.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import tact.event.ClaimKind;
import tact.mail.Address;
import tact.mail.AuthorKind;
import tact.mail.Gist;
import tact.mail.Mail;
import tact.mail.Meaning;
import tact.mail.MessageId;
import tact.mail.Sketch;
import tact.tracker.Statement;

/** Values that are no column type of SQLite, as text. Names and addresses hold no control characters, ids no white space. */
final class Columns {

    private Columns() {}

    static String address(Address address) {
        return address.name() + "\t" + address.spec();
    }

    static Address toAddress(String line) {
        int tab = line.indexOf('\t');
        return new Address(line.substring(0, tab), line.substring(tab + 1));
    }

    static String addresses(Collection<Address> addresses) {
        return addresses.stream().map(Columns::address).collect(Collectors.joining("\n"));
    }

    static List<Address> toAddresses(String lines) {
        return lines.isEmpty() ? List.of() : Arrays.stream(lines.split("\n")).map(Columns::toAddress).toList();
    }

    static String ids(Collection<MessageId> ids) {
        return ids.stream().map(MessageId::value).collect(Collectors.joining(" "));
    }

    static List<MessageId> toIds(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(" ")).map(MessageId::new).toList();
    }

    /** @param row message_id, date, sender, recipients, copies, subject, mail_references, conversation, author_kind, list_post,
     *     failed_recipients, returned_mail, sketch, meaning, proposed_day, return_date, introduces, informs, asks */
    static Mail toMail(ResultSet row) throws SQLException {
        String listPost = row.getString(10);
        return new Mail(
                new MessageId(row.getString(1)),
                Instant.ofEpochMilli(row.getLong(2)),
                toAddress(row.getString(3)),
                toAddresses(row.getString(4)),
                toAddresses(row.getString(5)),
                row.getString(6),
                toIds(row.getString(7)),
                toId(row.getString(8)),
                AuthorKind.of(row.getString(9)),
                listPost.isEmpty() ? null : toAddress(listPost),
                toAddresses(row.getString(11)),
                toId(row.getString(12)),
                Sketch.fromBytes(row.getBytes(13)),
                new Gist(
                        row.getString(14) == null ? null : Meaning.Kind.of(row.getString(14)),
                        toDay(row.getString(15)),
                        toDay(row.getString(16)),
                        row.getInt(17) == 1,
                        row.getInt(18) == 1,
                        row.getInt(19) == 1));
    }

    /** @param row at, kind, value, day, person, mail_references */
    static Statement toStatement(ResultSet row) throws SQLException {
        return new Statement(
                Instant.ofEpochMilli(row.getLong(1)),
                ClaimColumns.toClaim(ClaimKind.of(row.getString(2)), row.getString(3), toDay(row.getString(4))),
                toAddress(row.getString(5)),
                toIds(row.getString(6)));
    }

    /** @return null for null */
    static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** @return null for null */
    static LocalDate toDay(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /** @return null for null */
    static String id(MessageId id) {
        return id == null ? null : id.value();
    }

    private static MessageId toId(String text) {
        return text == null ? null : new MessageId(text);
    }
}

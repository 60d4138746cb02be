package tact.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tact.event.Card;
import tact.event.Claim;
import tact.event.ClaimKind;
import tact.event.Event.Search;
import tact.event.LedgerRecord;
import tact.mail.Address;
import tact.mail.AuthorKind;
import tact.mail.Mail;
import tact.mail.Meaning;
import tact.mail.MessageId;
import tact.mail.PersonName;
import tact.mail.Subject;
import tact.tracker.Alias;
import tact.tracker.Dossier;
import tact.tracker.FollowUpIndex;
import tact.tracker.Forgotten;
import tact.tracker.Ledger;
import tact.tracker.LedgerException;

/**
 * The ledger in one SQLite file. An acknowledged fact survives a killed process and a power cut (WAL, synchronous FULL).
 * Not for several threads at once; several processes may share the file.
 */
public final class SqliteLedger implements Ledger, AutoCloseable {

    private static final int FACTS_VERSION = 1;
    private static final int DERIVED_VERSION = 4;

    /** Bounds on what one question reads; a streak of more attempts than this speaks for itself. */
    private static final int MAX_ATTEMPTS = 100;
    private static final int MAX_ANSWERS = 16;
    private static final int MAX_INTRODUCTIONS = 4;
    private static final int MAX_ADDRESSES = 16;
    private static final int MAX_THREAD = 500;
    private static final int MAX_GROUPS = 200;
    private static final int MAX_TOPICS = 200;
    private static final int MAX_TIED = 50;
    private static final int MAX_ASKED = 100;

    /** What {@link Columns#toMail} reads. */
    static final String MAIL_COLUMNS =
            "m.message_id, m.date, m.sender, m.recipients, m.copies, m.subject, m.mail_references, m.conversation,"
                    + " m.author_kind, m.list_post, m.failed_recipients, m.returned_mail, m.sketch,"
                    + " m.meaning, m.proposed_day, m.return_date, m.introduces, m.informs, m.asks";

    private final Database database;
    private final StaleMarks stale;
    private long ownRevision;

    private SqliteLedger(Database database) {
        this.database = database;
        this.stale = new StaleMarks(database);
    }

    /**
     * Opens the ledger, creates it where there is none, and brings an older one up to date.
     *
     * @param file its folder must exist
     * @throws LedgerException if it cannot be opened; the message names the file
     */
    public static SqliteLedger open(Path file) {
        OwnerOnly.createFile(file);
        return open("The ledger " + file, "jdbc:sqlite:" + file);
    }

    /** A ledger that is gone when it is closed: for the command line. */
    public static SqliteLedger inMemory() {
        return open("The ledger in memory", "jdbc:sqlite::memory:");
    }

    /**
     * Opens a ledger only to read its facts; nothing of it is written, brought up to date or created.
     *
     * @throws LedgerException if it cannot be opened, or is none; the message names the file
     */
    public static SqliteLedger openToRead(Path file) {
        SqliteLedger ledger = new SqliteLedger(Database.openToRead("The ledger " + file, "jdbc:sqlite:" + file));
        if (ledger.database.reading(() -> ledger.database.pragma("user_version")) != FACTS_VERSION) {
            ledger.close();
            throw new LedgerException(ledger.database.name() + " is none of this version of Tact.", null);
        }
        return ledger;
    }

    private static SqliteLedger open(String name, String url) {
        SqliteLedger ledger = new SqliteLedger(Database.open(name, url));
        ledger.database.opening(() -> {
            ledger.migrate();
            return null;
        });
        return ledger;
    }

    private void migrate() throws SQLException {
        int facts = database.pragma("user_version");
        if (facts > FACTS_VERSION) {
            throw new LedgerException(
                    database.name() + " was written by a newer Tact (version " + facts + " of its tables). Update Tact.", null);
        }
        if (facts == FACTS_VERSION && derivedVersion() == DERIVED_VERSION) {
            return;
        }
        database.inTransaction(() -> {
            if (facts == 0) {
                database.runResource("facts.sql");
                database.run("PRAGMA user_version = " + FACTS_VERSION);
            }
            rebuildDerived();
            return null;
        });
    }

    private long derivedVersion() throws SQLException {
        boolean exists = !database.strings("SELECT name FROM sqlite_schema WHERE name = 'derived_version'").isEmpty();
        return exists ? database.longs("SELECT version FROM derived_version").get(0) : 0;
    }

    /** Throws away what is derived from the facts and derives it again. */
    public void rebuild() {
        inTransaction(() -> {
            rebuildDerived();
            return null;
        });
    }

    private void rebuildDerived() throws SQLException {
        for (String table : List.of("thread_member", "party", "topic", "list_address", "known_as", "alias", "derived_version",
                "follow_up", "follow_up_try", "worked_out", "stale_group", "stale_person", "follow_up_state")) {
            database.run("DROP TABLE IF EXISTS " + table);
        }
        database.forgetStatements();
        database.runResource("derived.sql");
        database.update("INSERT INTO derived_version (version) VALUES (?)", DERIVED_VERSION);
        stale.begin();
        database.each("SELECT " + MAIL_COLUMNS + " FROM mail m ORDER BY m.seq", row -> derive(Columns.toMail(row)));
        for (tact.tracker.Statement statement : database.query(
                "SELECT at, kind, value, day, person, mail_references FROM statement WHERE kind = ?",
                Columns::toStatement,
                ClaimKind.SAME_AS.id())) {
            derive(statement);
        }
    }

    private void derive(tact.tracker.Statement statement) throws SQLException {
        stale.person(statement.person().identity());
        if (statement.claim() instanceof Claim.SameAs same) {
            alias(statement.person().identity(), same.other().identity(), 0);
        } else if (statement.claim() instanceof Claim.NotSameAs apart) {
            stale.person(apart.other().identity());
        }
    }

    @Override
    public void recordMe(Collection<Address> addresses) {
        if (me().containsAll(addresses.stream().map(Address::identity).toList())) {
            return;
        }
        inTransaction(() -> {
            for (Address address : addresses) {
                recordMe(address.identity());
            }
            return null;
        });
    }

    /** @return 1 if it was new, else 0 */
    private int recordMe(String identity) throws SQLException {
        int inserted = database.update("INSERT OR IGNORE INTO me (identity) VALUES (?)", identity);
        if (inserted == 1) {
            stale.all();
        }
        return inserted;
    }

    @Override
    public Set<String> me() {
        return database.reading(() -> new HashSet<>(database.strings("SELECT identity FROM me")));
    }

    @Override
    public int recordMails(Collection<Mail> mails, Instant observedAt) {
        return inTransaction(() -> {
            int recorded = 0;
            for (Mail mail : mails) {
                recorded += record(mail, observedAt);
            }
            return recorded;
        });
    }

    /** @return 1 if it was new, else 0 */
    private int record(Mail mail, Instant observedAt) throws SQLException {
        int inserted = database.update(
                "INSERT OR IGNORE INTO mail (message_id, date, observed_at, sender, recipients, copies, subject,"
                        + " mail_references, conversation, author_kind, list_post, failed_recipients, returned_mail, sketch,"
                        + " meaning, proposed_day, return_date, introduces, informs, asks)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                mail.id().value(),
                mail.date().toEpochMilli(),
                observedAt.toEpochMilli(),
                Columns.address(mail.from()),
                Columns.addresses(mail.to()),
                Columns.addresses(mail.cc()),
                mail.subject(),
                Columns.ids(mail.references()),
                Columns.id(mail.conversation()),
                mail.authorKind().id(),
                mail.listPost() == null ? "" : Columns.address(mail.listPost()),
                Columns.addresses(mail.failedRecipients()),
                Columns.id(mail.returnedMail()),
                mail.sketch().toBytes(),
                mail.gist().meaning() == null ? null : mail.gist().meaning().id(),
                Columns.day(mail.gist().proposedDay()),
                Columns.day(mail.gist().returnDate()),
                mail.gist().introduces() ? 1 : 0,
                mail.gist().informs() ? 1 : 0,
                mail.gist().asks() ? 1 : 0);
        if (inserted == 1) {
            derive(mail);
        }
        return inserted;
    }

    private void derive(Mail mail) throws SQLException {
        long group = tie(mail);
        stale.mail(mail, group);
        for (Address person : mail.people().filter(known -> !known.isMachine()).toList()) {
            nameOf(person, group);
        }
        long date = mail.date().toEpochMilli();
        String id = mail.id().value();
        String party = "INSERT OR IGNORE INTO party (identity, role, date, message_id) VALUES (?, ?, ?, ?)";
        if (mail.authorKind().isHuman()) {
            database.update(party, mail.from().identity(), "author", date, id);
        }
        for (Address asked : mail.to()) {
            database.update(party, asked.identity(), "asked", date, id);
        }
        if (mail.gist().introduces()) {
            for (String receiver : identities(Stream.concat(mail.to().stream(), mail.cc().stream()))) {
                database.update(party, receiver, "introduced", date, id);
            }
        }
        if (mail.authorKind() == AuthorKind.CALENDAR && mail.gist().meaning() == Meaning.Kind.YES) {
            for (String receiver : identities(mail.to().stream())) {
                database.update(party, receiver, "accepted", date, id);
            }
        }
        if (mail.gist().returnDate() != null) {
            database.update(party, mail.from().identity(), "away", date, id);
        }
        String base = Subject.of(mail.subject()).base();
        if (!base.isEmpty()) {
            int isTied = mail.isReplyWithoutReferences() ? 1 : 0;
            for (String identity : identities(mail.people())) {
                database.update(
                        "INSERT INTO topic (identity, base_subject, date, message_id, is_tied) VALUES (?, ?, ?, ?, ?)",
                        identity, base, date, id, isTied);
            }
        }
        if (mail.listPost() != null) {
            if (database.update("INSERT OR IGNORE INTO list_address (identity) VALUES (?)", mail.listPost().identity()) == 1) {
                stale.person(mail.listPost().identity());
            }
        }
    }

    /** Puts a mail into one group with all that it refers to; the larger group swallows the smaller ones. */
    private long tie(Mail mail) throws SQLException {
        Set<String> ids = new HashSet<>(Set.of(mail.id().value()));
        mail.references().forEach(reference -> ids.add(reference.value()));
        Stream.of(mail.conversation(), mail.returnedMail()).filter(Objects::nonNull).forEach(id -> ids.add(id.value()));
        Set<Long> groups = new TreeSet<>();
        Set<String> members = new HashSet<>();
        for (String id : ids) {
            for (long group : database.longs("SELECT grp FROM thread_member WHERE message_id = ?", id)) {
                groups.add(group);
                members.add(id);
            }
        }
        long into = groups.isEmpty() ? database.longs("SELECT coalesce(max(grp), 0) + 1 FROM thread_member").get(0) : largest(groups);
        for (long group : groups) {
            if (group != into) {
                database.update("UPDATE thread_member SET grp = ? WHERE grp = ?", into, group);
                move(group, into);
                stale.merged(group, into);
            }
        }
        for (String id : ids) {
            if (!members.contains(id)) {
                database.update("INSERT INTO thread_member (message_id, grp) VALUES (?, ?)", id, into);
            }
        }
        return into;
    }

    /** Two addresses with one full name at one house, or in one group of mails, are one person's. */
    private void nameOf(Address person, long group) throws SQLException {
        String name = PersonName.key(person.name());
        if (name == null) {
            return;
        }
        String house = PersonName.house(person);
        if (house != null) {
            knowAs(name, house, person.identity());
        }
        knowAs(name, Long.toString(group), person.identity());
    }

    private void knowAs(String name, String place, String identity) throws SQLException {
        if (database.update("INSERT OR IGNORE INTO known_as (name, place, identity) VALUES (?, ?, ?)", name, place, identity) == 0) {
            return;
        }
        for (String other : database.strings("SELECT identity FROM known_as WHERE name = ? AND place = ? LIMIT " + MAX_ADDRESSES, name, place)) {
            alias(identity, other, 1);
        }
    }

    /** The people of a group that another one swallows. */
    private void move(long group, long into) throws SQLException {
        List<String[]> people = database.query(
                "SELECT name, identity FROM known_as WHERE place = ?",
                row -> new String[] {row.getString(1), row.getString(2)},
                Long.toString(group));
        database.update("DELETE FROM known_as WHERE place = ?", Long.toString(group));
        for (String[] person : people) {
            knowAs(person[0], Long.toString(into), person[1]);
        }
    }

    private void alias(String one, String other, int byName) throws SQLException {
        if (!one.equals(other)) {
            stale.people(List.of(one, other));
            database.update(
                    "INSERT INTO alias (one, other, by_name) VALUES (?1, ?2, ?3), (?2, ?1, ?3)"
                            + " ON CONFLICT (one, other) DO UPDATE SET by_name = max(by_name, excluded.by_name)",
                    one, other, byName);
        }
    }

    private long largest(Set<Long> groups) throws SQLException {
        long largest = -1;
        long most = -1;
        for (long group : groups) {
            long size = groups.size() == 1 ? 0 : database.longs("SELECT count(*) FROM thread_member WHERE grp = ?", group).get(0);
            if (size > most) {
                most = size;
                largest = group;
            }
        }
        return largest;
    }

    @Override
    public void recordStatement(tact.tracker.Statement statement) {
        inTransaction(() -> record(statement));
    }

    private int record(tact.tracker.Statement statement) throws SQLException {
        derive(statement);
        return database.update(
                "INSERT INTO statement (at, kind, value, day, person, identity, mail_references) VALUES (?, ?, ?, ?, ?, ?, ?)",
                statement.at().toEpochMilli(),
                ClaimKind.of(statement.claim()).id(),
                ClaimColumns.value(statement.claim()),
                Columns.day(ClaimColumns.day(statement.claim())),
                Columns.address(statement.person()),
                statement.person().identity(),
                Columns.ids(statement.references()));
    }

    private boolean isKnown(tact.tracker.Statement statement) throws SQLException {
        return database.query(
                        "SELECT at, kind, value, day, person, mail_references FROM statement WHERE identity = ? AND at = ?",
                        Columns::toStatement, statement.person().identity(), statement.at().toEpochMilli())
                .contains(statement);
    }

    @Override
    public void recordCards(Collection<Card> cards) {
        inTransaction(() -> {
            for (Card card : cards) {
                Set<String> before = new TreeSet<>(database.strings("SELECT identity FROM card WHERE id = ?", card.id()));
                Set<String> after = identities(card.addresses().stream());
                if (before.equals(after)) {
                    continue;
                }
                stale.people(before);
                stale.people(after);
                database.update("DELETE FROM card WHERE id = ?", card.id());
                for (String identity : after) {
                    database.update("INSERT INTO card (id, identity) VALUES (?, ?)", card.id(), identity);
                }
            }
            return null;
        });
    }

    @Override
    public void recordHistoryRead(Collection<Search> searches, Instant until) {
        inTransaction(() -> {
            for (Search search : searches) {
                database.update(
                        "INSERT INTO history_read (kind, term, until) VALUES (?, ?, ?)"
                                + " ON CONFLICT (kind, term) DO UPDATE SET until = max(until, excluded.until)",
                        search.kind().id(),
                        term(search),
                        until.toEpochMilli());
            }
            return null;
        });
    }

    @Override
    public Optional<Instant> historyRead(Search search) {
        return database.reading(() -> database.longs("SELECT until FROM history_read WHERE kind = ? AND term = ?", search.kind().id(), term(search)).stream()
                .map(Instant::ofEpochMilli)
                .findFirst());
    }

    /** The same for all spellings of an address or a subject. */
    private static String term(Search search) {
        return switch (search.kind()) {
            case ADDRESS -> new Address("", search.term()).identity();
            case BOUNCE -> search.term();
            case SUBJECT -> Subject.of(search.term()).base();
        };
    }

    @Override
    public List<MessageId> unknown(Collection<MessageId> ids) {
        return database.reading(() -> {
            List<MessageId> unknown = new ArrayList<>();
            for (MessageId id : ids) {
                if (database.longs("SELECT seq FROM mail WHERE message_id = ?", id.value()).isEmpty()) {
                    unknown.add(id);
                }
            }
            return unknown;
        });
    }

    @Override
    public Optional<Mail> mail(MessageId id) {
        return database.reading(() -> mails("SELECT " + MAIL_COLUMNS + " FROM mail m WHERE m.message_id = ?", id.value()).stream().findFirst());
    }

    @Override
    public Dossier about(Collection<Address> people, Collection<MessageId> references, String subject) {
        return database.reading(() -> about(people, references, subject, new Loading(me())));
    }

    private Dossier about(Collection<Address> people, Collection<MessageId> references, String subject, Loading loading)
            throws SQLException {
        Set<String> me = loading.me;
        List<Alias> namesakes = namesakes(people);
        Set<String> asked = identities(people.stream());
        namesakes.forEach(alias -> asked.addAll(List.of(alias.one(), alias.other())));
        Set<String> identities = withAliases(asked, me);
        Set<Long> groups = new TreeSet<>();
        for (MessageId reference : references) {
            groups.addAll(database.longs("SELECT grp FROM thread_member WHERE message_id = ?", reference.value()));
        }
        for (String identity : identities) {
            groups.addAll(groupsSinceLastAnswer(identity));
            groups.addAll(groupOfLastAnswer(identity));
            if (references.isEmpty()) {
                groups.addAll(groupOfNewestBefore(identity, Subject.of(subject).base(), Long.MAX_VALUE, ""));
            }
        }
        loading.withTied(groups);
        Map<MessageId, Mail> mails = loading.mails;
        for (String identity : identities) {
            newestIn("author", identity, MAX_ANSWERS).forEach(mail -> mails.putIfAbsent(mail.id(), mail));
            newestIn("away", identity, 1).forEach(mail -> mails.putIfAbsent(mail.id(), mail));
            newestIn("accepted", identity, MAX_ANSWERS).forEach(mail -> mails.putIfAbsent(mail.id(), mail));
            introductionsOf(identity).forEach(mail -> mails.putIfAbsent(mail.id(), mail));
        }
        return new Dossier(
                me, listsAmong(identities), List.copyOf(mails.values()), statementsOn(identities),
                Stream.concat(namesakes.stream(), aliasesAmong(identities).stream()).distinct().toList());
    }

    @Override
    public Dossier aboutThread(MessageId mail) {
        return database.reading(() -> {
            Loading loading = new Loading(me());
            loading.withTied(new TreeSet<>(database.longs("SELECT grp FROM thread_member WHERE message_id = ?", mail.value())));
            Map<String, Address> asked = new LinkedHashMap<>();
            loading.mails.values().stream()
                    .filter(known -> loading.me.contains(known.from().identity()))
                    .flatMap(known -> known.to().stream())
                    .forEach(person -> asked.merge(person.identity(), person, (one, other) -> one.name().isEmpty() ? other : one));
            return about(asked.values().stream().limit(MAX_ASKED).toList(), List.of(mail), "", loading);
        });
    }

    @Override
    public FollowUpIndex followUps() {
        return new SqliteFollowUps(this, database);
    }

    private static Set<String> identities(Stream<Address> addresses) {
        return addresses.map(Address::identity).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All addresses that may belong to these people. */
    Set<String> withAliases(Set<String> people) throws SQLException {
        return withAliases(people, me());
    }

    /** All addresses that may belong to these people; whether they do is the tracker's business. */
    private Set<String> withAliases(Set<String> people, Set<String> me) throws SQLException {
        Set<String> all = new TreeSet<>();
        for (String person : people) {
            Set<String> ofOne = new TreeSet<>();
            Deque<String> waiting = new ArrayDeque<>(List.of(person));
            while (!waiting.isEmpty() && ofOne.size() < MAX_ADDRESSES) {
                String address = waiting.remove();
                if (ofOne.add(address) && !me.contains(address)) {
                    waiting.addAll(database.strings("SELECT other FROM alias WHERE one = ? ORDER BY other", address));
                    waiting.addAll(database.strings(
                            "SELECT b.identity FROM card a JOIN card b ON b.id = a.id WHERE a.identity = ? ORDER BY b.identity", address));
                }
            }
            all.addAll(ofOne);
        }
        return all;
    }

    /** Who is known by the name that one of these people has now, at the same house: an address may be new. */
    private List<Alias> namesakes(Collection<Address> people) throws SQLException {
        List<Alias> namesakes = new ArrayList<>();
        for (Address person : people) {
            String name = PersonName.key(person.name());
            String house = PersonName.house(person);
            if (name != null && house != null && !person.isMachine()) {
                database.strings("SELECT identity FROM known_as WHERE name = ? AND place = ? LIMIT " + MAX_ADDRESSES, name, house).stream()
                        .filter(other -> !other.equals(person.identity()))
                        .forEach(other -> namesakes.add(new Alias(Alias.Evidence.NAME, person.identity(), other)));
            }
        }
        return namesakes;
    }

    private List<Alias> aliasesAmong(Set<String> addresses) throws SQLException {
        Set<Alias> aliases = new TreeSet<>();
        for (String address : addresses) {
            aliases.addAll(database.query(
                    "SELECT one, other FROM alias WHERE one = ? AND by_name = 1",
                    row -> new Alias(Alias.Evidence.NAME, row.getString(1), row.getString(2)),
                    address));
            aliases.addAll(database.query(
                    "SELECT a.identity, b.identity FROM card a JOIN card b ON b.id = a.id AND b.identity <> a.identity"
                            + " WHERE a.identity = ?",
                    row -> new Alias(Alias.Evidence.CARD, row.getString(1), row.getString(2)),
                    address));
        }
        return List.copyOf(aliases);
    }

    /** Attempts before the person's last answer are answered, so their threads do not matter to the person streak. */
    private List<Long> groupsSinceLastAnswer(String identity) throws SQLException {
        return database.longs(
                "SELECT DISTINCT t.grp FROM (SELECT message_id FROM party WHERE identity = ?1 AND role = 'asked' AND date >="
                        + " coalesce((SELECT max(date) FROM party WHERE identity = ?1 AND role = 'author'), -9223372036854775808)"
                        + " ORDER BY date DESC LIMIT " + MAX_ATTEMPTS + ") p JOIN thread_member t ON t.message_id = p.message_id",
                identity);
    }

    /** What their last mail answers stands on its thread. */
    private List<Long> groupOfLastAnswer(String identity) throws SQLException {
        return database.longs(
                "SELECT t.grp FROM (SELECT message_id FROM party WHERE identity = ? AND role = 'author'"
                        + " ORDER BY date DESC, message_id DESC LIMIT 1) p JOIN thread_member t ON t.message_id = p.message_id",
                identity);
    }

    /** The newest mails in which a person has a role. */
    private List<Mail> newestIn(String role, String identity, int most) throws SQLException {
        return mails(
                "SELECT " + MAIL_COLUMNS + " FROM (SELECT message_id FROM party WHERE identity = ? AND role = ?"
                        + " ORDER BY date DESC LIMIT ?) p JOIN mail m ON m.message_id = p.message_id",
                identity, role, most);
    }

    /** The first mails that made a person known to somebody: who introduced them does not change later. */
    private List<Mail> introductionsOf(String identity) throws SQLException {
        return mails(
                "SELECT " + MAIL_COLUMNS + " FROM (SELECT message_id FROM party WHERE identity = ? AND role = 'introduced'"
                        + " ORDER BY date, message_id LIMIT " + MAX_INTRODUCTIONS + ") p JOIN mail m ON m.message_id = p.message_id",
                identity);
    }

    /** The mails of groups, and of those that replies without references tie to them; each group is read once. */
    private final class Loading {

        private final Set<String> me;
        private final Map<MessageId, Mail> mails = new LinkedHashMap<>();
        private final Set<Long> loaded = new HashSet<>();
        private final Set<List<String>> topics = new HashSet<>();

        private Loading(Set<String> me) {
            this.me = me;
        }

        /** Loads groups, and those tied to them, in either direction. */
        private void withTied(Set<Long> groups) throws SQLException {
            Deque<Long> waiting = new ArrayDeque<>(groups);
            while (!waiting.isEmpty() && loaded.size() < MAX_GROUPS) {
                long group = waiting.remove();
                if (loaded.add(group)) {
                    for (Mail mail : mailsOf(group)) {
                        mails.put(mail.id(), mail);
                        tied(mail, waiting);
                    }
                }
            }
        }

        private void tied(Mail mail, Deque<Long> waiting) throws SQLException {
            String base = Subject.of(mail.subject()).base();
            boolean isTied = mail.isReplyWithoutReferences();
            for (String identity : identities(mail.people())) {
                if (me.contains(identity)) {
                    continue;
                }
                if (topics.size() < MAX_TOPICS && topics.add(List.of(identity, base))) {
                    waiting.addAll(groupsTiedBy(identity, base));
                }
                if (isTied) {
                    waiting.addAll(groupOfNewestBefore(identity, base, mail.date().toEpochMilli(), mail.id().value()));
                }
            }
        }
    }

    private List<Mail> mailsOf(long group) throws SQLException {
        return mails(
                "SELECT " + MAIL_COLUMNS + " FROM thread_member t JOIN mail m ON m.message_id = t.message_id WHERE t.grp = ?"
                        + " ORDER BY m.date DESC LIMIT " + MAX_THREAD,
                group);
    }

    private List<Long> groupsTiedBy(String identity, String base) throws SQLException {
        return database.longs(
                "SELECT DISTINCT t.grp FROM topic p JOIN thread_member t ON t.message_id = p.message_id"
                        + " WHERE p.identity = ? AND p.base_subject = ? AND p.is_tied = 1 LIMIT " + MAX_TIED,
                identity,
                base);
    }

    /** The group of the newest mail on a subject with a person before another mail; empty if there is none. */
    private List<Long> groupOfNewestBefore(String identity, String base, long date, String id) throws SQLException {
        return database.longs(
                "SELECT t.grp FROM (SELECT message_id FROM topic WHERE identity = ? AND base_subject = ? AND (date, message_id) < (?, ?)"
                        + " ORDER BY date DESC, message_id DESC LIMIT 1) p JOIN thread_member t ON t.message_id = p.message_id",
                identity, base, date, id);
    }

    private Set<String> listsAmong(Set<String> identities) throws SQLException {
        Set<String> lists = new HashSet<>();
        for (String identity : identities) {
            lists.addAll(database.strings("SELECT identity FROM list_address WHERE identity = ?", identity));
        }
        return lists;
    }

    private List<tact.tracker.Statement> statementsOn(Set<String> identities) throws SQLException {
        List<tact.tracker.Statement> statements = new ArrayList<>();
        for (String identity : identities) {
            statements.addAll(database.query(
                    "SELECT at, kind, value, day, person, mail_references FROM statement WHERE identity = ? ORDER BY seq",
                    Columns::toStatement,
                    identity));
        }
        return statements;
    }

    @Override
    public Dossier all() {
        return database.reading(() -> new Dossier(
                me(),
                new HashSet<>(database.strings("SELECT identity FROM list_address")),
                mails("SELECT " + MAIL_COLUMNS + " FROM mail m ORDER BY m.seq"),
                statements(),
                aliasesAmong(new TreeSet<>(database.strings("SELECT one FROM alias UNION SELECT identity FROM card")))));
    }

    /** All that the user said, in the order in which it was noted; for the command line. */
    public List<tact.tracker.Statement> statements() {
        return database.reading(() -> database.query(
                "SELECT at, kind, value, day, person, mail_references FROM statement ORDER BY seq", Columns::toStatement));
    }

    @Override
    public Dossier muted() {
        return database.reading(() -> {
            Set<String> me = me();
            Set<String> people = withAliases(
                    new TreeSet<>(database.strings("SELECT DISTINCT identity FROM statement WHERE kind = ?", ClaimKind.MUTED.id())), me);
            List<tact.tracker.Statement> statements = statementsOn(people);
            Map<MessageId, Mail> mails = new LinkedHashMap<>();
            for (tact.tracker.Statement statement : statements) {
                if (statement.claim() instanceof Claim.Muted) {
                    statement.references().forEach(id -> mail(id).ifPresent(mail -> mails.put(id, mail)));
                }
            }
            return new Dossier(me, Set.of(), List.copyOf(mails.values()), statements, aliasesAmong(people));
        });
    }

    @Override
    public Forgotten forget(Collection<Address> addresses) {
        return forgetting(() -> new Forgetting(database, identities(addresses.stream()), me()).run());
    }

    @Override
    public Forgotten erase() {
        return forgetting(() -> {
            int mails = database.update("DELETE FROM mail");
            int statements = database.update("DELETE FROM statement");
            for (String table : List.of("me", "card", "history_read")) {
                database.update("DELETE FROM " + table);
            }
            return new Forgotten(mails, statements);
        });
    }

    /** Derives anew from what is left, and leaves no byte of the rest in the file. */
    private Forgotten forgetting(Database.Work<Forgotten> work) {
        Forgotten forgotten = inTransaction(() -> {
            Forgotten done = work.run();
            rebuildDerived();
            return done;
        });
        database.compact();
        return forgotten;
    }

    @Override
    public String export(String from, Predicate<LedgerRecord> taker) {
        return database.reading(() -> new Dump(database).read(from, taker));
    }

    @Override
    public int recordAll(Collection<LedgerRecord> records) {
        return inTransaction(() -> {
            int recorded = 0;
            for (LedgerRecord record : records) {
                recorded += record(record);
            }
            return recorded;
        });
    }

    /** @return 1 if it was new, else 0 */
    private int record(LedgerRecord record) throws SQLException {
        if (record instanceof LedgerRecord.ObservedMail observed) {
            return record(observed.mail(), observed.observedAt());
        }
        if (record instanceof LedgerRecord.Said said) {
            tact.tracker.Statement statement =
                    new tact.tracker.Statement(said.at(), said.claim(), said.person(), said.references());
            return isKnown(statement) ? 0 : record(statement);
        }
        if (record instanceof LedgerRecord.Me me) {
            return recordMe(me.identity());
        }
        if (record instanceof LedgerRecord.AddressCard card) {
            return record(card);
        }
        if (record instanceof LedgerRecord.Searched searched) {
            return database.update(
                    "INSERT OR IGNORE INTO history_read (kind, term, until) VALUES (?, ?, ?)",
                    searched.where().id(), searched.term(), searched.until().toEpochMilli());
        }
        return 0;
    }

    private int record(LedgerRecord.AddressCard card) throws SQLException {
        if (!database.strings("SELECT id FROM card WHERE id = ? LIMIT 1", card.id()).isEmpty()) {
            return 0;
        }
        for (String identity : card.identities()) {
            stale.person(identity);
            database.update("INSERT OR IGNORE INTO card (id, identity) VALUES (?, ?)", card.id(), identity);
        }
        return card.identities().isEmpty() ? 0 : 1;
    }

    @Override
    public long revision() {
        // data_version moves when another connection commits, and only then.
        return database.reading(() -> ((long) database.pragma("data_version") << Integer.SIZE) + ownRevision);
    }

    @Override
    public void close() {
        database.close();
    }

    private List<Mail> mails(String sql, Object... parameters) throws SQLException {
        return database.query(sql, Columns::toMail, parameters);
    }

    /** A change of facts. */
    private <T> T inTransaction(Database.Work<T> work) {
        T result = database.inTransaction(() -> {
            stale.begin();
            return work.run();
        });
        ownRevision++;
        return result;
    }
}

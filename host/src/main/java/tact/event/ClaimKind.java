package tact.event;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import tact.mail.Identified;

/** The kinds of {@link Claim}, with their words on the wire, in the ledger and on the command line. */
public enum ClaimKind implements Identified {
    DECIDED("decided", Claim.Decided.class),
    MEANT("meant", Claim.Meant.class),
    RANKED("ranked", Claim.Ranked.class),
    INTRODUCED("introduced", Claim.Introduced.class),
    URGENT("urgent", Claim.Urgent.class),
    MET("met", Claim.Met.class),
    ANSWERED_ELSEWHERE("answered-elsewhere", Claim.AnsweredElsewhere.class),
    MUTED("muted", Claim.Muted.class),
    SNOOZED("snoozed", Claim.Snoozed.class),
    SAME_AS("same-as", Claim.SameAs.class),
    NOT_SAME_AS("not-same-as", Claim.NotSameAs.class),
    TAKEN_BACK("taken-back", Claim.TakenBack.class);

    private static final Map<Class<? extends Claim>, ClaimKind> BY_TYPE = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(ClaimKind::type, kind -> kind));

    private final String id;
    private final Class<? extends Claim> type;

    ClaimKind(String id, Class<? extends Claim> type) {
        this.id = id;
        this.type = type;
    }

    /** The word for it. */
    @Override
    public String id() {
        return id;
    }

    /** The claims of this kind. */
    public Class<? extends Claim> type() {
        return type;
    }

    /** The kind of a claim. */
    public static ClaimKind of(Claim claim) {
        return BY_TYPE.get(claim.getClass());
    }

    /**
     * The kind of this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ClaimKind of(String id) {
        return Identified.of(ClaimKind.class, id, "kind of claim");
    }
}

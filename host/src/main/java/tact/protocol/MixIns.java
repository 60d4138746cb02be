package tact.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import tact.mail.Address;
import tact.mail.MessageId;

/** How records look in JSON where it is not by their components; kept here so that only the protocol knows Jackson. */
final class MixIns {

    private MixIns() {}

    /** The discriminator of events. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    interface ByType {}

    /** The discriminator of claims. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    interface ByKind {}

    /** An address is the text of a mailbox. */
    abstract static class OfAddress {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Address parse(String text) {
            throw new UnsupportedOperationException(text);
        }

        @Override
        @JsonValue
        public abstract String toString();
    }

    /** A Message-ID is its text. */
    abstract static class OfMessageId {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static MessageId of(String text) {
            throw new UnsupportedOperationException(text);
        }

        @JsonValue
        abstract String value();
    }

    /** What has an id is its id. */
    abstract static class OfId {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Object of(String id) {
            throw new UnsupportedOperationException(id);
        }

        @JsonValue
        abstract String id();
    }

    /** What a mail is besides its components is no part of it. */
    interface OfMail {
        @JsonIgnore
        boolean isReplyWithoutReferences();
    }

    /** Key and body are the envelope's business. */
    interface OfReply {
        @JsonIgnore
        String key();

        @JsonIgnore
        Object body();
    }
}

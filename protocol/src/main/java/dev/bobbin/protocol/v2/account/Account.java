package dev.bobbin.protocol.v2.account;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Who is signed in, and by which means. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Account.ApiKey.class, name = "apiKey"),
    @JsonSubTypes.Type(value = Account.Chatgpt.class, name = "chatgpt"),
    @JsonSubTypes.Type(value = Account.AmazonBedrock.class, name = "amazonBedrock"),
})
public sealed interface Account {
    /** The {@code apiKey} form. */
    record ApiKey() implements Account {}

    /** The {@code chatgpt} form. */
    record Chatgpt(String email, PlanType planType) implements Account {}

    /** The {@code amazonBedrock} form. */
    record AmazonBedrock() implements Account {}
}

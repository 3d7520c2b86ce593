package io.leeloogateway.sandbox.fault;

/** A fault and its parameter, written {@code kind} or {@code kind=number}. */
public record Fault(FaultKind kind, long number) {

    static final String HEADER = "X-Sandbox-Fault";
    public static final Fault NONE = new Fault(FaultKind.NONE, 0);

    public static Fault parse(String text) {
        int equals = text.indexOf('=');
        var name = equals < 0 ? text : text.substring(0, equals);
        var kind = FaultKind.named(name.strip()).orElseThrow(() -> UnknownFault.named(name));
        return new Fault(
                kind,
                equals < 0
                        ? kind.number()
                        : number(kind, text.substring(equals + 1).strip()));
    }

    private static long number(FaultKind kind, String text) {
        if (!text.matches("[0-9]{1,9}") || Long.parseLong(text) > kind.max()) {
            throw UnknownFault.withNumber(kind);
        }
        return Long.parseLong(text);
    }

    @Override
    public String toString() {
        return kind.wireName() + "=" + number;
    }
}

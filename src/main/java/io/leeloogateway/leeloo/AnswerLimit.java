package io.leeloogateway.leeloo;

/** How large an answer may be, in bytes; one that is larger is refused, not read. */
final class AnswerLimit {

    private static final int KIB = 1024;
    private static final int WHOLE_LIST = 8 * 1024 * KIB;
    private static final int PAGE = 4 * 1024 * KIB;
    private static final int THING = 1024 * KIB;
    private static final int ACKNOWLEDGEMENT = 256 * KIB;

    private AnswerLimit() {}

    static int of(Query<?> query) {
        return switch (query) {
            case ListTemplateCategories _, ListTemplates _, ListConnections _, ListTags _ -> WHOLE_LIST;
            case ListMessages _, ListChannels _, ListOrders _, ListPeople _, ListTunnels _, ListUsers _ -> PAGE;
            case FindPersonOfChannel _, FindOrder _, FindPerson _, FindTunnel _, FindUser _ -> THING;
            case ListStatistics _, ListTunnelStatistics _ -> THING;
        };
    }

    static int of(Change<?> change) {
        return switch (change) {
            case CreateOrder _, CreatePerson _, CreateTrafficSource _, AddComment _, RecordCall _ -> THING;
            case SendTemplate _, SendMessage _, Subscribe _, ChangeOrder _, ChangePerson _ -> ACKNOWLEDGEMENT;
            case ImportPeople _, AddTag _, RemoveTag _ -> ACKNOWLEDGEMENT;
        };
    }
}

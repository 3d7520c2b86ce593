package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.change.AddComment;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.change.ChangeOrder;
import io.leeloogateway.leeloo.change.ChangePerson;
import io.leeloogateway.leeloo.change.CreateOrder;
import io.leeloogateway.leeloo.change.CreatePerson;
import io.leeloogateway.leeloo.change.CreateTrafficSource;
import io.leeloogateway.leeloo.change.ImportPeople;
import io.leeloogateway.leeloo.change.RecordCall;
import io.leeloogateway.leeloo.change.RemoveTag;
import io.leeloogateway.leeloo.change.SendMessage;
import io.leeloogateway.leeloo.change.SendTemplate;
import io.leeloogateway.leeloo.change.Subscribe;
import io.leeloogateway.leeloo.change.VerbatimChange;
import io.leeloogateway.leeloo.query.FindOrder;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.FindPersonOfChannel;
import io.leeloogateway.leeloo.query.FindTunnel;
import io.leeloogateway.leeloo.query.FindUser;
import io.leeloogateway.leeloo.query.ListChannels;
import io.leeloogateway.leeloo.query.ListConnections;
import io.leeloogateway.leeloo.query.ListMessages;
import io.leeloogateway.leeloo.query.ListOrders;
import io.leeloogateway.leeloo.query.ListPeople;
import io.leeloogateway.leeloo.query.ListStatistics;
import io.leeloogateway.leeloo.query.ListTags;
import io.leeloogateway.leeloo.query.ListTemplateCategories;
import io.leeloogateway.leeloo.query.ListTemplates;
import io.leeloogateway.leeloo.query.ListTunnelStatistics;
import io.leeloogateway.leeloo.query.ListTunnels;
import io.leeloogateway.leeloo.query.ListUsers;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.leeloo.query.VerbatimQuery;

/** The largest size of each endpoint's response, in bytes. A larger response is unreadable. */
public final class ResponseSizeLimit {

    private static final int KIB = 1024;
    private static final int WHOLE_LIST = 8 * 1024 * KIB;
    private static final int PAGE = 4 * 1024 * KIB;
    private static final int RESOURCE = 1024 * KIB;
    private static final int ACKNOWLEDGEMENT = 256 * KIB;

    private ResponseSizeLimit() {}

    public static int of(Query<?> query) {
        return switch (query) {
            case ListTemplateCategories _, ListTemplates _, ListConnections _, ListTags _ -> WHOLE_LIST;
            case ListMessages _, ListChannels _, ListOrders _, ListPeople _, ListTunnels _, ListUsers _ -> PAGE;
            case FindPersonOfChannel _, FindOrder _, FindPerson _, FindTunnel _, FindUser _ -> RESOURCE;
            case ListStatistics _, ListTunnelStatistics _ -> RESOURCE;
            case VerbatimQuery<?> verbatim -> of(verbatim.plain());
        };
    }

    public static int of(Change<?> change) {
        return switch (change) {
            case CreateOrder _, CreatePerson _, CreateTrafficSource _, AddComment _, RecordCall _ -> RESOURCE;
            case SendTemplate _, SendMessage _, Subscribe _, ChangeOrder _, ChangePerson _ -> ACKNOWLEDGEMENT;
            case ImportPeople _, AddTag _, RemoveTag _ -> ACKNOWLEDGEMENT;
            case VerbatimChange(var plain, var _, var _) -> of(plain);
        };
    }
}

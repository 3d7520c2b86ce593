package io.leeloogateway.leeloo.wire;

import io.leeloogateway.leeloo.LeelooUnreadable;
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
import io.leeloogateway.leeloo.model.CreatedPerson;
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

/** Refuses a response about another resource than its call's, because it is the response of another call. */
final class ResponseMatcher {

    private ResponseMatcher() {}

    /** Lists and statistics do not name their call. */
    static void requireMatch(Query<?> query, ResponseIds ids) {
        switch (query) {
            case FindPerson(var personId) -> ids.require("id", personId);
            case FindOrder(var orderId) -> ids.require("id", orderId);
            case FindTunnel(var tunnelId) -> ids.require("id", tunnelId);
            case FindUser(var userId) -> ids.require("id", userId);
            case FindPersonOfChannel(var channelId) -> ids.requireAccount(channelId);
            case ListTemplateCategories _,
                    ListTemplates _,
                    ListMessages _,
                    ListChannels _,
                    ListConnections _,
                    ListOrders _ -> {}
            case VerbatimQuery<?> verbatim -> requireMatch(verbatim.plain(), ids);
            case ListPeople _, ListTags _, ListTunnels _, ListStatistics _, ListTunnelStatistics _, ListUsers _ -> {}
        }
    }

    /** Where the documented data is empty, ids that Leeloo adds must be ids of the call. */
    static void requireMatch(Change<?> change, ResponseIds ids) {
        switch (change) {
            case CreateTrafficSource create -> ids.require("leadgentool_id", create.toolId());
            case CreateOrder create -> ids.require("person_id", create.personId());
            case ChangeOrder order -> ids.require("id", order.orderId());
            case ChangePerson(var personId, var _, var _, var _) ->
                ids.require("id", personId).require("person_id", personId);
            case AddTag(var personId, var tagId) ->
                ids.require("id", personId, tagId).require("person_id", personId);
            case RemoveTag(var personId, var tagId) ->
                ids.require("id", personId, tagId).require("person_id", personId);
            case AddComment(var personId, var _) -> ids.require("entity_id", personId);
            case SendTemplate send -> ids.require("account_id", send.channelId());
            case SendMessage send -> ids.require("account_id", send.channelId());
            case Subscribe subscribe -> ids.require("account_id", subscribe.channelId());
            case RecordCall call -> ids.require("account_id", call.channelId()).require("user_id", call.userId());
            case VerbatimChange(var plain, var _, var _) -> requireMatch(plain, ids);
            case CreatePerson _, ImportPeople _ -> {}
        }
    }

    /** A new person has no id to compare yet. */
    static CreatedPerson requireMatch(CreatePerson change, CreatedPerson person) {
        if (!change.mayHaveCreated(person)) {
            throw new LeelooUnreadable(change.target(), "is about another person", null);
        }
        return person;
    }
}

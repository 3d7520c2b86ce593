package io.leeloogateway.sandbox.state;

import java.util.List;

/** All data of the simulated Leeloo. Reads and writes need its lock. */
public final class SandboxState {

    public final IdSequence ids = new IdSequence();
    public final Store<Tag> tags = new Store<>("tag_id");
    public final Store<Connection> connections = new Store<>("connection_id");
    public final Store<User> users = new Store<>("user_id");
    public final Store<Category> categories = new Store<>("category_id");
    public final Store<Template> templates = new Store<>("template_id");
    public final Store<Tunnel> tunnels = new Store<>("tunnel_id");
    public final Store<Tool> tools = new Store<>("leadgentool_id");
    public final Store<Offer> offers = new Store<>("offer_id");
    public final Store<PaymentAccount> credits = new Store<>("payment_credits_id");
    public final Store<Person> people = new Store<>("person_id");
    public final Store<Channel> channels = new Store<>("account_id");
    public final Store<Order> orders = new Store<>("order_id");

    /** Newest first, as in lists of orders. */
    public List<Order> ordersOf(Person person) {
        return orders.all().stream()
                .filter(order -> order.personId.equals(person.id))
                .toList();
    }

    public Person personOf(Channel channel) {
        return people.get(channel.personId);
    }
}

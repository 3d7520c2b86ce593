package io.leeloogateway.sandbox;

import java.util.List;

/** Everything the pretend Leeloo knows; whoever reads or writes it holds its lock. */
final class Company {

    final Numbers numbers = new Numbers();
    final Register<Tag> tags = new Register<>("tag_id");
    final Register<Connection> connections = new Register<>("connection_id");
    final Register<User> users = new Register<>("user_id");
    final Register<Category> categories = new Register<>("category_id");
    final Register<Template> templates = new Register<>("template_id");
    final Register<Tunnel> tunnels = new Register<>("tunnel_id");
    final Register<Tool> tools = new Register<>("leadgentool_id");
    final Register<Offer> offers = new Register<>("offer_id");
    final Register<Credits> credits = new Register<>("payment_credits_id");
    final Register<Person> people = new Register<>("person_id");
    final Register<Channel> channels = new Register<>("account_id");
    final Register<Order> orders = new Register<>("order_id");

    /** Newest first, as orders are listed. */
    List<Order> ordersOf(Person person) {
        return orders.all().stream()
                .filter(order -> order.personId.equals(person.id))
                .toList();
    }

    Person owner(Channel channel) {
        return people.get(channel.personId);
    }
}

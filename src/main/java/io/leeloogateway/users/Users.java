package io.leeloogateway.users;

import io.leeloogateway.leeloo.FindUser;
import io.leeloogateway.leeloo.ListUsers;
import io.leeloogateway.mirror.Mirror;
import io.leeloogateway.request.Page;
import io.leeloogateway.request.Paging;
import org.springframework.stereotype.Service;

/** The users of the platform. */
@Service
class Users {

    private final Mirror mirror;

    Users(Mirror mirror) {
        this.mirror = mirror;
    }

    Page<UserView> list(Paging paging) {
        return mirror.read(new ListUsers(paging)).map(UserView::of);
    }

    UserView find(String userId) {
        return UserView.of(mirror.read(new FindUser(userId)));
    }
}

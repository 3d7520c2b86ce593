package io.leeloogateway.users;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.query.FindUser;
import io.leeloogateway.leeloo.query.ListUsers;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import org.springframework.stereotype.Service;

/** The users of the platform. */
@Service
class Users {

    private final LeelooCache mirror;

    Users(LeelooCache mirror) {
        this.mirror = mirror;
    }

    OffsetPage<UserView> list(OffsetPageRequest paging) {
        return mirror.read(new ListUsers(paging)).map(UserView::of);
    }

    UserView find(String userId) {
        return UserView.of(mirror.read(new FindUser(userId)));
    }
}

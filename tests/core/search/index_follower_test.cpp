#include "core/search/search_fixture.h"
#include "search/index_follower.h"

using namespace kontor;
using namespace kontor::search;
using namespace kontor::search::test;
using namespace Qt::StringLiterals;

namespace {

FollowedBase followed(SearchBase &base) { return {base.database().path(), u"base"_s, u"DE"_s, base.cacheFolder()}; }

bool isComplete(SearchBase &base) {
    const auto index = Index::open(base.cacheFolder(), u"base"_s);
    const auto progress = index ? (*index)->progress(base.database()) : Result<Progress>(index.error());
    return progress && progress->isComplete;
}

} // namespace

TEST(IndexFollower, HasEverythingThatWasCommittedBeforeItsEnd) {
    SearchBase base;
    base.add({u"Anna"_s});
    IndexFollower follower(followed(base));
    for (int i = 0; i < 50; ++i) {
        base.add({u"Boris %1"_s.arg(i)});
        follower.wake();
    }
    EXPECT_FALSE(follower.finish());
    EXPECT_TRUE(isComplete(base));
}

TEST(IndexFollower, LeavesTheRestToWhoComesNextWhenItIsNoLongerWanted) {
    SearchBase base;
    for (int i = 0; i < 50; ++i)
        base.add({u"Boris %1"_s.arg(i)});
    { const IndexFollower follower(followed(base)); }
    base.catchUp();
    EXPECT_EQ(base.find(u"boris 49"_s), QStringList{u"Boris 49"_s});
}

TEST(IndexFollower, SaysWhyItCouldNotFollow) {
    SearchBase base;
    FollowedBase gone = followed(base);
    gone.path += u"-gone"_s;
    const std::optional<Error> error = IndexFollower(gone).finish();
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, Code::Gone);
}

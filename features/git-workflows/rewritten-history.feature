Feature: Following rewritten history
  Developers rebase, reword, squash and force-push. After the next sync the index
  describes the branch as it is now, and content that the index already knows is
  not paid for a second time.

  Background:
    Given a repository "shop"
    And the commits
      | BRANCH   | FROM | MESSAGE      | CHANGE | FILE           | CONTENT        |
      | main     |      | start prices | add    | src/prices.py  | price list     |
      | discount | main | add codes    | add    | src/codes.py   | discount codes |
      |          |      | add coupons  | add    | src/coupons.py | coupon rules   |
    And the index follows branch "discount"
    And the index was synced

  Rule: Only content that is new on the branch is embedded again

    Scenario: A rebase brings in one changed file
      Given the commits
        | BRANCH | MESSAGE | CHANGE | FILE          | CONTENT             |
        | main   | add VAT | edit   | src/prices.py | price list with VAT |
      And branch "discount" was rebased onto "main"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE          | EMBEDDED |
        | updated | src/prices.py | yes      |
      And the index is in step with branch "discount"

    Scenario: A rebase brings in nothing but a new parent
      Given the commits
        | BRANCH | MESSAGE       | CHANGE  |
        | main   | trigger build | nothing |
      And branch "discount" was rebased onto "main"
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "discount"

    Scenario: Rewording a commit costs nothing
      Given the last commit on "discount" was reworded to "add coupon rules"
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the run report shows
        | ITEM      | VALUE            |
        | to commit | add coupon rules |
      And the index is in step with branch "discount"

    Scenario: A new commit follows a reworded one
      Given the last commit on "discount" was reworded to "add coupon rules"
      And the commits
        | BRANCH   | MESSAGE      | CHANGE | FILE            | CONTENT       |
        | discount | add vouchers | add    | src/vouchers.py | voucher rules |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE            | EMBEDDED |
        | added  | src/vouchers.py | yes      |
      And the index is in step with branch "discount"

    Scenario: Squashing a branch into one commit keeps every document
      Given branch "discount" was squashed into one commit
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "discount"

    Scenario: A branch is squashed together with its newest commit
      Given the commits
        | BRANCH   | MESSAGE      | CHANGE | FILE            | CONTENT       |
        | discount | add vouchers | add    | src/vouchers.py | voucher rules |
      And branch "discount" was squashed into one commit
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE            | EMBEDDED |
        | added  | src/vouchers.py | yes      |

    Scenario: The last commit is amended with an edit
      Given the last commit on "discount" was amended with
        | CHANGE | FILE           | CONTENT             |
        | edit   | src/coupons.py | fairer coupon rules |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE           | EMBEDDED |
        | updated | src/coupons.py | yes      |
      And the index is in step with branch "discount"

    Scenario: The last commit is amended with a forgotten file
      Given the last commit on "discount" was amended with
        | CHANGE | FILE         | CONTENT      |
        | add    | src/rates.py | coupon rates |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE         | EMBEDDED |
        | added  | src/rates.py | yes      |

  Rule: Content that is no longer on the branch leaves the index

    Scenario: A force-push drops the newest commit
      Given branch "discount" was force-pushed back to commit "add codes"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE           | EMBEDDED |
        | removed | src/coupons.py | no       |
      And a search for "coupon rules" does not find "src/coupons.py"

    Scenario: A force-push is taken back
      Given branch "discount" was force-pushed back to commit "add codes"
      And the index was synced
      And branch "discount" was force-pushed back to commit "add coupons"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE           | EMBEDDED |
        | added  | src/coupons.py | no       |
      And the index is in step with branch "discount"

    Scenario: A force-push replaces the newest commit by another one
      Given branch "discount" was force-pushed back to commit "add codes"
      And the commits
        | BRANCH   | MESSAGE      | CHANGE | FILE            | CONTENT       |
        | discount | add vouchers | add    | src/vouchers.py | voucher rules |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE            | EMBEDDED |
        | removed | src/coupons.py  | no       |
        | added   | src/vouchers.py | yes      |
      And the index is in step with branch "discount"

    Scenario: A leaked password is purged from all of history
      Given the commits
        | BRANCH   | MESSAGE     | CHANGE | FILE       | CONTENT          |
        | discount | add secrets | add    | deploy.env | PASSWORD=hunter2 |
      And the index was synced
      And the file "deploy.env" was purged from the history of "discount"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE       | EMBEDDED |
        | removed | deploy.env | no       |
      And a search for "hunter2" does not find "deploy.env"

    Scenario: A password that was removed long ago is purged from history
      Given the commits
        | BRANCH   | MESSAGE        | CHANGE | FILE       | CONTENT          |
        | discount | add secrets    | add    | deploy.env | PASSWORD=hunter2 |
        |          | remove secrets | delete | deploy.env |                  |
      And the index was synced
      And the file "deploy.env" was purged from the history of "discount"
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "discount"

  Rule: Losing the last synced commit never costs more than a full comparison

    Scenario: The last synced commit was garbage-collected
      Given branch "discount" was force-pushed back to commit "add codes"
      And unreachable commits were pruned
      When the index is synced
      Then the sync completes
      And the run report shows
        | ITEM           | VALUE            |
        | compared       | the whole branch |
        | texts embedded |                0 |
      And the index is in step with branch "discount"

    Scenario: A clean-up of the repository leaves the branch as it was
      Given unreachable commits were pruned
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the run report shows
        | ITEM     | VALUE   |
        | compared | nothing |

    Scenario: A clone is too shallow to reach the last synced commit
      Given the commits
        | BRANCH   | MESSAGE      | CHANGE | FILE         | CONTENT              |
        | discount | longer codes | edit   | src/codes.py | longer discount code |
        |          | spring codes | edit   | src/codes.py | spring discount code |
      And the repository was replaced by a clone of depth 1
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE         | EMBEDDED |
        | updated | src/codes.py | yes      |
      And the index is in step with branch "discount"

  Rule: A replaced commit is read as it was committed

    Scenario: A replacement is put in front of the synced commit
      Given commit "add coupons" was replaced by commit "start prices"
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "discount"

    Scenario: A replaced commit lies in a pack
      Given the commits
        | BRANCH   | MESSAGE      | CHANGE | FILE            | CONTENT       |
        | discount | add vouchers | add    | src/vouchers.py | voucher rules |
      And the repository was replaced by a clone of depth 4
      And commit "add vouchers" was replaced by commit "start prices"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE            | EMBEDDED |
        | added  | src/vouchers.py | yes      |
      And the index is in step with branch "discount"

    Scenario: A new commit arrives that has a replacement
      Given the commits
        | BRANCH   | MESSAGE      | CHANGE | FILE            | CONTENT       |
        | discount | add vouchers | add    | src/vouchers.py | voucher rules |
      And commit "add vouchers" was replaced by commit "start prices"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE            | EMBEDDED |
        | added  | src/vouchers.py | yes      |

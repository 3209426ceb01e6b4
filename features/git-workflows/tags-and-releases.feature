Feature: Pinning the index to a release
  Support teams search the code of the release that a customer runs. An index that
  follows a tag shows that release, whatever happens on the branches meanwhile.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE      | CHANGE | FILE          | CONTENT        |
      | start prices | add    | src/prices.py | price list     |
      | add codes    | add    | src/codes.py  | discount codes |

  Rule: An index that follows a tag shows the tagged commit

    Scenario Outline: A release is marked by <kind of tag>
      Given the tags
        | TAG | COMMIT       | KIND   |
        | 1.0 | start prices | <kind> |
      And the index follows tag "1.0"
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE          | COMMIT       |
        | src/prices.py | start prices |
      And the index is in step with tag "1.0"

      Examples:
        | kind of tag       | kind        |
        | an annotated tag  | annotated   |
        | a lightweight tag | lightweight |

    Scenario: New commits on the branch do not move a release
      Given the tags
        | TAG | COMMIT    |
        | 1.0 | add codes |
      And the index follows tag "1.0"
      And the index was synced
      And the commits
        | MESSAGE     | CHANGE | FILE           |
        | add coupons | add    | src/coupons.py |
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with tag "1.0"

    Scenario: A tag is moved to a newer commit
      Given the tags
        | TAG    | COMMIT       |
        | stable | start prices |
      And the index follows tag "stable"
      And the index was synced
      And the tags
        | TAG    | COMMIT    |
        | stable | add codes |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE         | EMBEDDED |
        | added  | src/codes.py | yes      |
      And the index is in step with tag "stable"

    Scenario: A tag does not exist
      Given the index follows tag "2.0"
      When the index is synced
      Then the sync stops with error "ref-not-found"
      And the sync makes no index changes

  Rule: Releases and branches share what they have paid for

    Scenario: A release is indexed next to its branch
      Given the index was synced
      And the tags
        | TAG | COMMIT       |
        | 1.0 | start prices |
      And the index follows tag "1.0"
      When the index is synced
      Then the sync completes
      And 0 texts were embedded
      And the index is in step with tag "1.0"
      And the index is in step with branch "main"

    Scenario: A released version is checked out
      Given the index was synced
      And the tags
        | TAG | COMMIT       |
        | 1.0 | start prices |
      And the checked-out tag is "1.0"
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE         | EMBEDDED |
        | removed | src/codes.py | no       |
      And the index is in step with tag "1.0"

    Scenario: An old commit is followed without a name
      Given the index follows commit "start prices"
      When the index is synced
      Then the sync completes
      And the index is in step with commit "start prices"

Feature: Recognising binary files by their content
  An index of text must not be filled with images and programs. What a file holds
  decides, not what it is called, and every file that is left out has its reason.

  Background:
    Given a repository "shop"

  Rule: Binary content is skipped, whatever the name says

    @E-04
    Scenario Outline: A commit brings <a kind of file>
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT   |
        | start   | add    | <file>    | <content> |
        |         | add    | README.md | hello     |
      When the index is synced
      Then the sync completes
      And the sync skips these files
        | FILE   | REASON |
        | <file> | binary |
      And the index is in step with branch "main"

      Examples:
        | a kind of file          | file       | content                 |
        | a PNG image             | logo.png   | (PNG image)             |
        | a JPEG image            | photo.jpg  | (JPEG image)            |
        | a zip archive           | orders.zip | (zip archive)           |
        | a PDF document          | terms.pdf  | (PDF document)          |
        | a PDF of letters alone  | form.pdf   | (PDF of letters alone)  |
        | a compiled program      | bin/shop   | (compiled program)      |
        | an image named as text  | logo.txt   | (PNG image)             |
        | a text with a zero byte | notes.txt  | (text with a zero byte) |

    Scenario: A text has the name of an image
      Given the commits
        | MESSAGE | CHANGE | FILE     | CONTENT             |
        | start   | add    | logo.png | the logo is missing |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE     | TEXT                |
        | logo.png | the logo is missing |

  Rule: A file enters and leaves the index when its content changes kind

    Scenario: A text is replaced by an image
      Given the commits
        | MESSAGE | CHANGE | FILE | CONTENT             |
        | start   | add    | logo | the logo is missing |
      And the index was synced
      And the commits
        | MESSAGE  | CHANGE | FILE | CONTENT     |
        | add logo | edit   | logo | (PNG image) |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE |
        | removed | logo |
      And the sync skips these files
        | FILE | REASON |
        | logo | binary |

    Scenario: An image is replaced by a text
      Given the commits
        | MESSAGE | CHANGE | FILE | CONTENT     |
        | start   | add    | logo | (PNG image) |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE | CONTENT             |
        | no logo | edit   | logo | the logo is missing |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE | EMBEDDED |
        | added  | logo | yes      |
      And the index is in step with branch "main"

    Scenario: A skipped image moves to another folder
      Given the commits
        | MESSAGE | CHANGE | FILE     | CONTENT     |
        | start   | add    | logo.png | (PNG image) |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | OLD FILE | FILE         |
        | shelve  | move   | logo.png | img/logo.png |
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "main"

  Rule: A pointer to large file storage is not the file

    Scenario: A video is kept in Git LFS
      Given the commits
        | MESSAGE | CHANGE | FILE           | CONTENT                   |
        | start   | add    | .gitattributes | *.mp4 filter=lfs diff=lfs |
        |         | add    | tour.mp4       | (LFS pointer)             |
      When the index is synced
      Then the sync completes
      And the sync skips these files
        | FILE     | REASON      |
        | tour.mp4 | lfs-pointer |
      And a search for "git-lfs oid" does not find "tour.mp4"

    Scenario: A text only talks about Git LFS
      Given the commits
        | MESSAGE | CHANGE | FILE   | CONTENT                                                 |
        | start   | add    | how.md | version https://git-lfs.github.com/spec/v1 is explained |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE   |
        | added  | how.md |

  Rule: A file that is known to be binary is not looked at again

    Scenario: The rules of a folder change beside an image
      Given the commits
        | MESSAGE | CHANGE | FILE     | CONTENT     |
        | start   | add    | logo.png | (PNG image) |
        |         | add    | README   | hello       |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE           | CONTENT           |
        | rules   | add    | .gitattributes | *.pb.go generated |
      When the index is synced
      Then the sync completes
      And the runs are now
        | STATUS    | LINES | PROCESSED |
        | completed |     2 |         2 |
        | completed |     1 |         1 |
      And the index is in step with branch "main"

@alone
Feature: Standing beside the limit and beside others
  How fast a machine is says nothing about an engine. So whatever has to be done at
  least, Neap as it ships, and two engines that others use do the same work in turns:
  the same files cut at the same places, and vectors of the same kind.
  # The limit is git printing the contents, the id of a tree, or the changed paths. The peers are told which files count
  # and where to cut them, and their store is one file that no crash may hit; Neap has to do all of that by itself. They
  # have no index of words, so their first sync is compared with one that makes none either.

  @process @slow @needs.npm
  Rule: Neap does less work than other engines, and proves what it did

    Scenario: 5,000 files are followed through changes, removals and renames
      Given a repository "shop"
      And 5,000 committed files of 5,000 bytes under "src"
      When the limit, Neap and its peers are measured
      Then the measurements are
        | MEASURE        | RUN                     | AGAINST                       | LIMIT              |
        | processor time | full sync, LangChain    | full sync, neap, vectors only | at least 1.5 times |
        | processor time | full sync, LlamaIndex   | full sync, neap, vectors only | at least 1.5 times |
        | processor time | no change, LangChain    | no change, neap               | at least 10 times  |
        | processor time | no change, LlamaIndex   | no change, neap               | at least 10 times  |
        | processor time |  1 % changed, LangChain |             1 % changed, neap | at least 4 times   |
        | processor time | 1 % changed, LlamaIndex |             1 % changed, neap | at least 4 times   |
        | memory         | full sync, neap         | full sync, LangChain          | at most 1 times    |
        | wrong parts    | full sync, neap         |                               | at most 0 parts    |
        | wrong parts    |       1 % changed, neap |                               | at most 0 parts    |
        | wrong parts    |       1 % deleted, neap |                               | at most 0 parts    |
        | wrong parts    |       1 % renamed, neap |                               | at most 0 parts    |

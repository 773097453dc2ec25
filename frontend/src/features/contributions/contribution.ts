import { graphql, type ResultOf } from '@/app/graphql'

/** A contribution on a card. */
export const contributionCard = graphql(`
  fragment ContributionCard on Contribution @_unmask {
    id
    kind
    state
    title
    context
    done
    supportCount
    viewerSupported
    viewerCanSupport
    viewerCanPresent
    commentCount
    answerCount
    promisedFor
    author {
      id
      name
      centre {
        id
        shortName
      }
    }
    gathering {
      id
      name
    }
    themes {
      id
      labelFr
      labelEn
    }
  }
`)

/** All that is written on a contribution, to be rewritten. */
export const contributionText = graphql(`
  fragment ContributionText on Contribution @_unmask {
    id
    kind
    state
    version
    title
    context
    done
    results
    reuse
    contact
    links
    gathering {
      id
    }
    themes {
      id
    }
  }
`)

/** What one person answers. */
export const contributionAnswer = graphql(`
  fragment ContributionAnswer on ContributionAnswer @_unmask {
    id
    text
    createdAt
    editedAt
    accepted
    version
    viewerCanAccept
    author {
      id
      name
      centre {
        id
        shortName
      }
    }
  }
`)

/** A contribution's page, its comments aside: they are read by the page. */
export const contributionPage = graphql(
  `
    fragment ContributionPage on Contribution @_unmask {
      ...ContributionCard
      ...ContributionText
      createdAt
      publishedAt
      presentedAt
      viewerCanEdit
      viewerCanPublish
      viewerCanWithdraw
      viewerCanComment
      viewerCanAnswer
      viewerCanPromiseAnswer
      viewerCanNamePromiser
      viewerCanProposeTopic
      viewerCanRequestWorkingGroup
      viewerCanDraftJointProject
      promisedBy {
        id
        name
      }
      answers {
        ...ContributionAnswer
      }
      viewerAnswer {
        id
        text
        version
      }
      gathering {
        id
        name
        timeZone
        forum {
          id
        }
      }
    }
  `,
  [contributionCard, contributionText, contributionAnswer],
)

export const contributionQuery = graphql(
  `
    query ContributionPage($id: ID!) {
      contribution(id: $id) {
        ...ContributionPage
      }
    }
  `,
  [contributionPage],
)

export type Contribution = ResultOf<typeof contributionPage>
export type CardContribution = ResultOf<typeof contributionCard>
export type WrittenContribution = ResultOf<typeof contributionText>
export type Answer = ResultOf<typeof contributionAnswer>
export type Kind = CardContribution['kind']

export const kinds = ['PEPITE', 'QUESTION'] as const satisfies readonly Kind[]

/** The kind that an address names, if it names one. */
export function kindOf(text: string | undefined): Kind | undefined {
  return kinds.find((kind) => kind === text)
}

import { graphql } from '@/app/graphql'
import { movedGathering } from '@/features/gatherings/components/movedGathering'

export const writeForeword = graphql(`
  mutation WriteForeword($input: WriteForewordInput!) {
    writeForeword(input: $input) {
      proceedings {
        gatheringId
        version
      }
    }
  }
`)

export const latestForeword = graphql(`
  query LatestForeword($gatheringId: ID!) {
    proceedings(gatheringId: $gatheringId) {
      gatheringId
      foreword
      version
    }
  }
`)

export const choosePublicPart = graphql(`
  mutation ChoosePublicPart($input: ChoosePublicPartInput!) {
    choosePublicPart(input: $input) {
      proceedings {
        gatheringId
      }
    }
  }
`)

export const finalizeProceedings = graphql(
  `
    mutation FinalizeProceedings($input: FinalizeProceedingsInput!) {
      finalizeProceedings(input: $input) {
        gathering {
          ...MovedGathering
          proceedingsAddress
        }
      }
    }
  `,
  [movedGathering],
)

export const correctProceedings = graphql(`
  mutation CorrectProceedings($input: CorrectProceedingsInput!) {
    correctProceedings(input: $input) {
      proceedings {
        gatheringId
        edition
      }
    }
  }
`)

import { graphql, type ResultOf } from '@/app/graphql'

/** What one may change of oneself. */
export const profileQuery = graphql(`
  query Profile {
    viewer {
      id
      language
      staffMember {
        id
        name
        givenName
        familyName
        email
        phone
        bio
        version
        themes {
          id
        }
      }
    }
    themes {
      id
      labelFr
      labelEn
    }
  }
`)

export type ProfileAnswer = ResultOf<typeof profileQuery>
export type ProfileViewer = NonNullable<ProfileAnswer['viewer']>
export type Theme = ProfileAnswer['themes'][number]

export interface ProfileValues {
  givenName: string
  familyName: string
  phone: string
  bio: string
  language: 'FR' | 'EN'
  themeIds: string[]
  /** What the text was written on: a draft kept since must not undo what was saved in between. */
  version: number
}

export function valuesOf({ language, staffMember }: ProfileViewer): ProfileValues {
  const { givenName, familyName, phone, bio, version, themes } = staffMember
  return {
    givenName,
    familyName,
    phone: phone ?? '',
    bio,
    language,
    themeIds: themes.map(({ id }) => id),
    version,
  }
}

export const updateProfile = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      staffMember {
        id
        name
        givenName
        familyName
        phone
        bio
        version
        themes {
          id
        }
      }
    }
  }
`)

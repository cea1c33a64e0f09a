// Made by Plinth; what is not open to who asked for it is not here.
//
// Numbers keep every digit on their way. JavaScript rounds those beyond 2^53 and decimals
// of more than 15 digits while it reads them: select them as text (`total::text`) where
// that matters.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  __InternalSupabase: {
    PostgrestVersion: "13.0.0"
  }
  public: {
    Tables: {
      customers: {
        Row: {
          id: number
          name: string
          country: string | null
          credit: number | null
          big: number | null
          active: boolean | null
          joined: string | null
        }
        Insert: {
          id: number
          name: string
          country?: string | null
          credit?: number | null
          big?: number | null
          active?: boolean | null
          joined?: string | null
        }
        Update: {
          id?: number
          name?: string
          country?: string | null
          credit?: number | null
          big?: number | null
          active?: boolean | null
          joined?: string | null
        }
        Relationships: []
      }
      orders: {
        Row: {
          id: number
          customer_id: number
          seller_id: number | null
          total: number
          placed: string | null
          note: string | null
          state: Database["public"]["Enums"]["order_state"]
        }
        Insert: {
          id?: number
          customer_id: number
          seller_id?: number | null
          total: number
          placed?: string | null
          note?: string | null
          state?: Database["public"]["Enums"]["order_state"]
          lines?: (Database["public"]["Tables"]["lines"]["Insert"] | Database["public"]["Tables"]["lines"]["Update"])[]
          order_tags?: (Database["public"]["Tables"]["order_tags"]["Insert"] | Database["public"]["Tables"]["order_tags"]["Update"])[]
          tags?: (Database["public"]["Tables"]["tags"]["Insert"] | Database["public"]["Tables"]["tags"]["Update"])[]
        }
        Update: {
          id?: number
          customer_id?: number
          seller_id?: number | null
          total?: number
          placed?: string | null
          note?: string | null
          state?: Database["public"]["Enums"]["order_state"]
          lines?: (Database["public"]["Tables"]["lines"]["Insert"] | Database["public"]["Tables"]["lines"]["Update"])[]
          order_tags?: (Database["public"]["Tables"]["order_tags"]["Insert"] | Database["public"]["Tables"]["order_tags"]["Update"])[]
          tags?: (Database["public"]["Tables"]["tags"]["Insert"] | Database["public"]["Tables"]["tags"]["Update"])[]
        }
        Relationships: [
          { foreignKeyName: "orders_customer"; columns: ["customer_id"]; isOneToOne: false; referencedRelation: "customers"; referencedColumns: ["id"] },
          { foreignKeyName: "orders_seller"; columns: ["seller_id"]; isOneToOne: false; referencedRelation: "customers"; referencedColumns: ["id"] }
        ]
      }
      lines: {
        Row: {
          order_id: number
          line_no: number
          product: string
          quantity: number
        }
        Insert: {
          order_id: number
          line_no: number
          product: string
          quantity: number
          orders?: Database["public"]["Tables"]["orders"]["Insert"] | Database["public"]["Tables"]["orders"]["Update"]
        }
        Update: {
          order_id?: number
          line_no?: number
          product?: string
          quantity?: number
          orders?: Database["public"]["Tables"]["orders"]["Insert"] | Database["public"]["Tables"]["orders"]["Update"]
        }
        Relationships: [
          { foreignKeyName: "lines_order"; columns: ["order_id"]; isOneToOne: false; referencedRelation: "orders"; referencedColumns: ["id"] }
        ]
      }
      tags: {
        Row: {
          id: number
          label: string
        }
        Insert: {
          id: number
          label: string
          order_tags?: (Database["public"]["Tables"]["order_tags"]["Insert"] | Database["public"]["Tables"]["order_tags"]["Update"])[]
          orders?: (Database["public"]["Tables"]["orders"]["Insert"] | Database["public"]["Tables"]["orders"]["Update"])[]
        }
        Update: {
          id?: number
          label?: string
          order_tags?: (Database["public"]["Tables"]["order_tags"]["Insert"] | Database["public"]["Tables"]["order_tags"]["Update"])[]
          orders?: (Database["public"]["Tables"]["orders"]["Insert"] | Database["public"]["Tables"]["orders"]["Update"])[]
        }
        Relationships: []
      }
      order_tags: {
        Row: {
          order_id: number
          tag_id: number
        }
        Insert: {
          order_id: number
          tag_id: number
          orders?: Database["public"]["Tables"]["orders"]["Insert"] | Database["public"]["Tables"]["orders"]["Update"]
          tags?: Database["public"]["Tables"]["tags"]["Insert"] | Database["public"]["Tables"]["tags"]["Update"]
        }
        Update: {
          order_id?: number
          tag_id?: number
          orders?: Database["public"]["Tables"]["orders"]["Insert"] | Database["public"]["Tables"]["orders"]["Update"]
          tags?: Database["public"]["Tables"]["tags"]["Insert"] | Database["public"]["Tables"]["tags"]["Update"]
        }
        Relationships: [
          { foreignKeyName: "order_tags_order"; columns: ["order_id"]; isOneToOne: false; referencedRelation: "orders"; referencedColumns: ["id"] },
          { foreignKeyName: "order_tags_tag"; columns: ["tag_id"]; isOneToOne: false; referencedRelation: "tags"; referencedColumns: ["id"] }
        ]
      }
      people: {
        Row: {
          id: number
          name: string | null
          boss: number | null
        }
        Insert: {
          id: number
          name?: string | null
          boss?: number | null
        }
        Update: {
          id?: number
          name?: string | null
          boss?: number | null
        }
        Relationships: [
          { foreignKeyName: "people_boss"; columns: ["boss"]; isOneToOne: false; referencedRelation: "people"; referencedColumns: ["id"] }
        ]
      }
      tasks: {
        Row: {
          id: string
          title: string
          done: boolean
          done_by: string | null
          doubled: string | null
        }
        Insert: {
          id?: string
          title: string
          done?: boolean
          done_by?: string | null
        }
        Update: {
          id?: string
          title?: string
          done?: boolean
          done_by?: string | null
        }
        Relationships: []
      }
      history: {
        Row: {
          id: number
          title: string | null
        }
        Insert: {
          id?: number
          title?: string | null
        }
        Update: {
          id?: number
          title?: string | null
        }
        Relationships: []
      }
      log: {
        Row: {
          line: string | null
          level: number | null
        }
        Insert: {
          line?: string | null
          level?: number | null
        }
        Update: {
          line?: string | null
          level?: number | null
        }
        Relationships: []
      }
      shadows: {
        Row: {
          rowid: number | null
          note: string | null
        }
        Insert: {
          rowid?: number | null
          note?: string | null
        }
        Update: {
          rowid?: number | null
          note?: string | null
        }
        Relationships: []
      }
    }
    Views: { [_ in never]: never }
    Functions: { [_ in never]: never }
    Enums: {
      order_state: "new" | "paid" | "off"
    }
    CompositeTypes: { [_ in never]: never }
  }
}

type Public = Database["public"]

/** A row as it is read. */
export type Tables<Name extends keyof (Public["Tables"] & Public["Views"])> =
  (Public["Tables"] & Public["Views"])[Name] extends { Row: infer Row } ? Row : never

/** A row as it is made. */
export type TablesInsert<Name extends keyof Public["Tables"]> = Public["Tables"][Name]["Insert"]

/** A row as it is changed. */
export type TablesUpdate<Name extends keyof Public["Tables"]> = Public["Tables"][Name]["Update"]

export type Enums<Name extends keyof Public["Enums"]> = Public["Enums"][Name]

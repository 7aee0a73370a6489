// Made by Tagwright from the plan 'Shop': change the plan, not this.
// What the site pushes to the data layer of the container GTM-DEF5678.

/** A product. */
export interface DataLayerItem {
  item_id: string;
  item_name?: string;
  item_brand?: string;
  item_category?: string;
  item_category2?: string;
  item_category3?: string;
  item_category4?: string;
  item_category5?: string;
  item_variant?: string;
  /** Of one piece. */
  price?: number;
  quantity?: number;
  /** ISO 4217. */
  currency?: string;
}

/** What may be there before the container's snippet. */
export interface PageViewEvent {
  event?: undefined;
  user_data?: {
    email_address?: string;
    sha256_email_address?: string;
    phone_number?: string;
    sha256_phone_number?: string;
  };
  user_id?: string;
}

/** The event 'view_item'. */
export interface ViewItemEvent {
  event: 'view_item';
  user_data?: {
    email_address?: string;
    sha256_email_address?: string;
    phone_number?: string;
    sha256_phone_number?: string;
  };
  user_id?: string;
  ecommerce: {
    items: DataLayerItem[];
  };
}

/** The event 'add_to_cart'. */
export interface AddToCartEvent {
  event: 'add_to_cart';
  user_data?: {
    email_address?: string;
    sha256_email_address?: string;
    phone_number?: string;
    sha256_phone_number?: string;
  };
  user_id?: string;
  ecommerce: {
    items: DataLayerItem[];
    value: number;
    currency: string;
  };
}

/** The event 'begin_checkout'. */
export interface BeginCheckoutEvent {
  event: 'begin_checkout';
  user_data?: {
    email_address?: string;
    sha256_email_address?: string;
    phone_number?: string;
    sha256_phone_number?: string;
  };
  user_id?: string;
  ecommerce: {
    items: DataLayerItem[];
    value: number;
    currency: string;
  };
}

/** The event 'purchase'. */
export interface PurchaseEvent {
  event: 'purchase';
  ecommerce: {
    transaction_id: string;
    items: DataLayerItem[];
    value: number;
    currency: string;
  };
  user_data?: {
    email_address?: string;
    sha256_email_address?: string;
    phone_number?: string;
    sha256_phone_number?: string;
  };
  user_id?: string;
}

/** The event 'generate_lead'. */
export interface GenerateLeadEvent {
  event: 'generate_lead';
  user_data?: {
    email_address?: string;
    sha256_email_address?: string;
    phone_number?: string;
    sha256_phone_number?: string;
  };
  user_id?: string;
}

/** The event 'search'. */
export interface SearchEvent {
  event: 'search';
  user_data?: {
    email_address?: string;
    sha256_email_address?: string;
    phone_number?: string;
    sha256_phone_number?: string;
  };
  user_id?: string;
  search_term?: string;
}

/** Takes away what the event before has left. */
export interface ClearedEcommerce {
  event?: undefined;
  ecommerce: null;
}

/** Everything that the container knows. */
export type DataLayerPush =
  | PageViewEvent
  | ViewItemEvent
  | AddToCartEvent
  | BeginCheckoutEvent
  | PurchaseEvent
  | GenerateLeadEvent
  | SearchEvent
  | ClearedEcommerce;

declare global {
  interface Window {
    dataLayer: DataLayerPush[];
  }
}

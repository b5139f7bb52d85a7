//! The people of the tests.

use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{ADMINISTRATOR, Answer, App, Node, PASSWORD, text};

/// A registered organization.
pub struct Organization {
    pub id: Value,
    pub owner: Value,
    pub owner_email: String,
}

/// A browser that is signed in to the dashboard.
pub struct Dashboard {
    pub client: Client,
    pub who: Value,
    node: Node,
}

impl Dashboard {
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.node.url));
        request.header("X-Requested-With", "steward")
    }

    pub async fn get(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::GET, path)).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::DELETE, path)).await
    }

    pub async fn exchange(&self) -> Answer {
        Answer::of(self.request(Method::POST, "/auth/v1/sessions/token")).await
    }

    pub async fn token(&self) -> String {
        text(&self.exchange().await.expect(200)["access_token"]).to_owned()
    }
}

/// An e-mail address that nobody has yet.
pub fn new_email() -> String {
    format!("{}@example.org", Uuid::now_v7().simple())
}

impl App {
    /// A guest: what becoming one answers.
    pub async fn guest(&self) -> Value {
        self.post("/auth/v1/guests", &json!({"device": "Pixel 9", "name": "Ada"})).await.expect(201)
    }

    /// A registered participant: what registering answers.
    pub async fn participant(&self) -> Value {
        let body =
            json!({"email": new_email(), "password": PASSWORD, "name": "Ada Moss", "device": "Pixel 9"});
        self.post("/auth/v1/participants", &body).await.expect(201)
    }

    /// An organization that has just registered.
    pub async fn organization(&self) -> Organization {
        let owner_email = new_email();
        let body = json!({
            "organization": {"name": "Harbour Club", "address": "Quay Street 1, Port Elm"},
            "owner": {"name": "Olga Owner", "email": owner_email, "password": PASSWORD},
        });
        let made = self.post("/auth/v1/organizations", &body).await.expect(201);
        let (id, owner) = (made["organization"]["id"].clone(), made["member"].clone());
        Organization { id, owner, owner_email }
    }

    /// An organization of this status.
    pub async fn organization_with(&self, status: &str) -> Organization {
        let organization = self.organization().await;
        self.decide(&organization, status).await.expect(200);
        organization
    }

    /// An administrator's decision.
    pub async fn decide(&self, organization: &Organization, status: &str) -> Answer {
        let token = self.administrator().await;
        let path = format!("/auth/v1/organizations/{}", text(&organization.id));
        self.patch(&path, &token, &json!({ "status": status })).await
    }

    /// Adds a member, and returns their e-mail address and what adding answered.
    pub async fn member(&self, organization: &Organization, role: &str) -> (String, Value) {
        let email = new_email();
        let owner = self.sign_in(&organization.owner_email).await.token().await;
        let body = json!({"name": "Mia Member", "email": email, "password": PASSWORD, "role": role});
        let member = self.post_as(&owner, "/auth/v1/members", &body).await.expect(201);
        (email, member)
    }

    /// A browser in which this person has signed in.
    pub async fn sign_in(&self, email: &str) -> Dashboard {
        let client = Client::builder().cookie_store(true).build().expect("a client");
        let request = client.post(format!("{}/auth/v1/sessions", self.node.url));
        let credentials = json!({"email": email, "password": PASSWORD});
        let who = Answer::of(request.json(&credentials)).await.expect(200);
        Dashboard { client, who, node: self.node.clone() }
    }

    /// A token of this person.
    pub async fn token_of(&self, email: &str) -> String {
        self.sign_in(email).await.token().await
    }

    /// A token of the administrator.
    pub async fn administrator(&self) -> String {
        self.token_of(ADMINISTRATOR).await
    }
}
